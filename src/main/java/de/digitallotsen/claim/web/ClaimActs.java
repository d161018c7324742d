package de.digitallotsen.claim.web;

import java.util.List;

import de.digitallotsen.claim.ApproveClaim;
import de.digitallotsen.claim.PayClaim;
import de.digitallotsen.claim.PrepareClaim;
import de.digitallotsen.claim.ReturnClaim;
import de.digitallotsen.claim.ReviseClaim;
import de.digitallotsen.claim.SubmitClaim;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Singleton;

/** What can be done with claims. */
@Singleton
class ClaimActs {

    private final Nsi nsi;
    private final Ministry ministry;

    ClaimActs(Nsi nsi, Ministry ministry) {
        this.nsi = nsi;
        this.ministry = ministry;
    }

    /** What the NSI does. */
    @Singleton
    static class Nsi {
        private final PrepareClaim prepare;
        private final ReviseClaim revise;
        private final SubmitClaim submit;

        Nsi(PrepareClaim prepare, ReviseClaim revise, SubmitClaim submit) {
            this.prepare = prepare;
            this.revise = revise;
            this.submit = submit;
        }
    }

    /** What the Ministry does. */
    @Singleton
    static class Ministry {
        private final ReturnClaim sendBack;
        private final ApproveClaim approve;
        private final PayClaim pay;

        Ministry(ReturnClaim sendBack, ApproveClaim approve, PayClaim pay) {
            this.sendBack = sendBack;
            this.approve = approve;
            this.pay = pay;
        }
    }

    long prepare(Actor actor, Long periodId, List<Long> seminars) {
        return nsi.prepare.handle(actor, new PrepareClaim.Command(periodId, seminars));
    }

    void revise(Actor actor, long id, List<Long> seminars) {
        nsi.revise.handle(actor, id, seminars);
    }

    void submit(Actor actor, long id) {
        nsi.submit.handle(actor, id);
    }

    void sendBack(Actor actor, long id, String remark) {
        ministry.sendBack.handle(actor, id, remark);
    }

    void approve(Actor actor, long id) {
        ministry.approve.handle(actor, id);
    }

    void pay(Actor actor, long id) {
        ministry.pay.handle(actor, id);
    }
}
