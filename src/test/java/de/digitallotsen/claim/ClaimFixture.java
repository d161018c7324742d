package de.digitallotsen.claim;

import java.util.List;

import de.digitallotsen.Given;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Singleton;

/** Claims as far on their way as an act needs them. */
@Singleton
public class ClaimFixture {

    private final Given given;
    private final AttendanceFixture held;
    private final PrepareClaim prepare;
    private final SubmitClaim submit;
    private final Ministry ministry;

    ClaimFixture(Given given, AttendanceFixture held, PrepareClaim prepare, SubmitClaim submit, Ministry ministry) {
        this.given = given;
        this.held = held;
        this.prepare = prepare;
        this.submit = submit;
        this.ministry = ministry;
    }

    /** What the Ministry does. */
    @Singleton
    static class Ministry {
        private final ApproveClaim approve;
        private final ReturnClaim sendBack;

        Ministry(ApproveClaim approve, ReturnClaim sendBack) {
            this.approve = approve;
            this.sendBack = sendBack;
        }
    }

    /** A claim and the seminar whose money it asks for; the id is 0 where there is none yet. */
    public record Ready(long id, long seminar) {}

    /** One that only the NSI sees. */
    public long draft() {
        held.where(AttendanceFixture.ALL_DAYS, "Entwurf");
        return prepare.handle(given.nsi(), new PrepareClaim.Command(null, List.of()));
    }

    /** For the act that this route is; null where it is none about claims. */
    public Ready readyFor(String route) {
        if (!route.contains("claims") && !route.contains("mittelabrufe")) {
            return null;
        }
        long seminar = held.where(AttendanceFixture.ALL_DAYS, "Muster").seminar();
        if (!route.contains("{id}")) {
            return new Ready(0, seminar);
        }
        Actor nsi = given.nsi();
        long claim = prepare.handle(nsi, new PrepareClaim.Command(null, List.of()));
        submit.handle(nsi, claim);
        if (route.matches(".*(payment|auszahlen)")) {
            ministry.approve.handle(given.ministry(), claim);
        } else if (!route.matches(".*(return|approval|zurueckgeben|genehmigen)")) {
            // Sent back, the NSI may do everything with it, and the Ministry sees it.
            ministry.sendBack.handle(given.ministry(), claim, "Bitte prüfen");
        }
        return new Ready(claim, seminar);
    }
}
