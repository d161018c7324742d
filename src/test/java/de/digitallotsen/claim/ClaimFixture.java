package de.digitallotsen.claim;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Given;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.SystemClock;
import jakarta.inject.Singleton;

/** Claims as far on their way as an act needs them. */
@Singleton
public class ClaimFixture {

    private final Given given;
    private final AttendanceFixture held;
    private final PrepareClaim prepare;
    private final SubmitClaim submit;
    private final Ministry ministry;
    private final ClaimSearch search;
    private final PayClaim pay;
    private final Clock clock;

    ClaimFixture(
            Given given,
            AttendanceFixture held,
            PrepareClaim prepare,
            SubmitClaim submit,
            Ministry ministry,
            ClaimSearch search,
            PayClaim pay,
            Clock clock) {
        this.given = given;
        this.held = held;
        this.prepare = prepare;
        this.submit = submit;
        this.ministry = ministry;
        this.search = search;
        this.pay = pay;
        this.clock = clock;
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

    /** What is to be said about a payment that was made today. */
    public PayClaim.Command payment(long claim) {
        return new PayClaim.Command(
                SystemClock.today(clock),
                search.require(Actor.ofMinistry(1L), claim).amountCents(),
                "0420 1234 5678");
    }

    /** The same as programs say it. */
    public Map<String, Object> paymentBody(long claim) {
        PayClaim.Command payment = payment(claim);
        return Map.of(
                "valueDate",
                payment.valueDate().toString(),
                "amountCents",
                payment.amountCents(),
                "reference",
                payment.reference());
    }

    /** The same as the form sends it. */
    public String[] paymentForm(long claim) {
        PayClaim.Command payment = payment(claim);
        return new String[] {
            "valueDate",
            German.date(payment.valueDate()),
            "amountCents",
            German.plainEuro(payment.amountCents()),
            "reference",
            payment.reference()
        };
    }

    /** All that can be claimed: submitted, approved and paid. */
    public long paid() {
        long claim = prepare.handle(given.nsi(), new PrepareClaim.Command(null, List.of()));
        submit.handle(given.nsi(), claim);
        ministry.approve.handle(given.ministry(), claim);
        pay(given.ministry(), claim);
        return claim;
    }

    /** Two people attended, and nobody has asked for the money. */
    public void held() {
        held.where(AttendanceFixture.ALL_DAYS, "Eins", "Zwei");
    }

    /** Submitted, sent back, submitted again, approved and paid. */
    public long toAndFro(Actor nsi, Actor approver, Actor cashier, String remark) {
        long claim = prepare.handle(nsi, new PrepareClaim.Command(null, List.of()));
        submit.handle(nsi, claim);
        ministry.sendBack.handle(approver, claim, remark);
        submit.handle(nsi, claim);
        ministry.approve.handle(approver, claim);
        pay(cashier, claim);
        return claim;
    }

    /** Paid today, by this one. */
    public void pay(Actor actor, long claim) {
        pay.handle(actor, claim, payment(claim));
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
        if (route.matches(".*(payment|zahlung.*)")) {
            ministry.approve.handle(given.ministry(), claim);
        } else if (!route.matches(".*(return|approval|zurueckgeben|genehmigen)")) {
            // Sent back, the NSI may do everything with it, and the Ministry sees it.
            ministry.sendBack.handle(given.ministry(), claim, "Bitte prüfen");
        }
        return new Ready(claim, seminar);
    }
}
