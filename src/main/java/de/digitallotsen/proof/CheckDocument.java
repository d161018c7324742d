package de.digitallotsen.proof;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Throttle;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says whether a file is one of the stored documents, to anybody who holds it or its SHA-256: nobody who does not can
 * guess it. Says which document it is, and nothing of what stands in it.
 */
@ApplicationScoped
public class CheckDocument {

    /** Files and hashes that are none, from one address within {@link Throttle#WINDOW}. */
    static final int PER_ADDRESS = 20;

    private static final int LONGEST = 200;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Proofs proofs;
    private final Throttle throttle;

    CheckDocument(Proofs proofs, Throttle throttle) {
        this.proofs = proofs;
        this.throttle = throttle;
    }

    /**
     * What was asked and what was found.
     *
     * @param sha256 of the file, or as it was typed
     * @param found null if no stored document has it
     */
    public record Answer(String sha256, ProofVersion found) {
        /** Stored, and nothing newer. */
        public boolean counts() {
            return found != null && found.newest();
        }
    }

    /**
     * @param file its content; empty where a hash was typed
     * @param typed the hash, blanks and colons among its digits do not count
     * @param address where the request came from
     * @throws RefusedException TOO_MANY_ATTEMPTS (429) after {@value #PER_ADDRESS} that are none
     * @throws de.digitallotsen.shared.InvalidInputException if there is neither, or it is no SHA-256
     */
    public Answer handle(byte[] file, String typed, String address) {
        String sha256 = file.length > 0 ? Hashes.sha256(file) : hash(typed);
        String key = "document " + address;
        throttle.count(Map.of(key, PER_ADDRESS));
        Optional<ProofVersion> found = proofs.withHash(sha256);
        if (found.isPresent()) {
            throttle.giveBack(List.of(key));
        }
        return new Answer(sha256, found.orElse(null));
    }

    private static String hash(String typed) {
        Input input = new Input();
        String text = input.required("sha256", "Prüfsumme", typed, LONGEST);
        String bare = text == null ? "" : text.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT);
        input.check(text == null || HASH.matcher(bare).matches(), "sha256", "document.no-hash");
        input.throwIfWrong();
        return bare;
    }
}
