package de.digitallotsen.kommune;

import java.time.Clock;
import java.time.Duration;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.FileText;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.persistence.LockModeType;

/** Keeps a register file for its preview (R2). The register stays as it is. */
@UseCase
public class UploadRegister {

    /** A file that nobody has applied by then is forgotten at the next one. */
    static final Duration KEPT = Duration.ofDays(7);

    private final RegisterUploads uploads;
    private final Clock clock;

    UploadRegister(RegisterUploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * @return under which hash the file is kept; the same file is kept once
     * @throws InvalidInputException if it is no register at all
     */
    public String handle(Actor actor, byte[] bytes) {
        actor.require(Role.NSI);
        String text = FileText.of(bytes);
        String hash = RegisterFile.read(text).hash();
        uploads.delete("uploadedAt < ?1", clock.instant().minus(KEPT));
        if (uploads.findById(hash, LockModeType.PESSIMISTIC_WRITE) == null) {
            uploads.persist(new RegisterUpload(hash, text, clock.instant()));
        }
        return hash;
    }
}
