package de.digitallotsen.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.ActorNames;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the stored versions of proofs of use and their files, for those who may read them. */
@ApplicationScoped
public class ProofSearch {

    private final Proofs proofs;
    private final ClaimSearch periods;
    private final ActorNames names;

    ProofSearch(Proofs proofs, ClaimSearch periods, ActorNames names) {
        this.proofs = proofs;
        this.periods = periods;
        this.names = names;
    }

    /**
     * A version with who accepted it.
     *
     * @param accepter the name; empty if nobody did, or the account is gone
     */
    public record Shown(ProofVersion version, String period, String accepter) {}

    /** A file as it is stored. */
    public record File(String name, byte[] content) {}

    /** Of a period, the newest first; null means the current one. */
    public List<Shown> of(Actor actor, Long periodId) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        FundingPeriod period = periods.period(periodId);
        return shown(proofs.of(period.id()), period.name());
    }

    /** @throws RefusedException NOT_FOUND */
    public Shown require(Actor actor, long id) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        ProofVersion version = proofs.one(id).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
        return shown(List.of(version), periods.period(version.periodId()).name())
                .get(0);
    }

    private List<Shown> shown(List<ProofVersion> versions, String period) {
        Map<Long, String> known = new HashMap<>(names.of(versions.stream()
                .flatMap(version -> Stream.of(version.acceptedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
        return versions.stream()
                .map(version -> new Shown(version, period, known.getOrDefault(version.acceptedBy(), "")))
                .toList();
    }

    /** The narrative of the newest version, to go on with; empty if there is none. */
    public Optional<ProofVersion> newest(Actor actor, long periodId) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        return proofs.of(periodId).stream().findFirst();
    }

    /** @throws RefusedException NOT_FOUND, PROOF_FORGOTTEN */
    public File pdf(Actor actor, long id) {
        ProofVersion version = require(actor, id).version();
        return file(version, ".pdf", proofs.files(id).pdf());
    }

    /** @throws RefusedException NOT_FOUND, PROOF_FORGOTTEN */
    public File xlsx(Actor actor, long id) {
        ProofVersion version = require(actor, id).version();
        return file(version, ".xlsx", proofs.files(id).xlsx());
    }

    private static File file(ProofVersion version, String ending, byte[] content) {
        if (content == null) {
            throw new RefusedException(ProofRefusal.PROOF_FORGOTTEN, "number", version.number());
        }
        return new File(
                "verwendungsnachweis-" + version.number().toLowerCase(Locale.ROOT) + (version.draft() ? "-entwurf" : "")
                        + ending,
                content);
    }
}
