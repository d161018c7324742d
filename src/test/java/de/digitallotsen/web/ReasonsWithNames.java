package de.digitallotsen.web;

import java.util.List;
import java.util.Set;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.claim.PrepareClaim;
import de.digitallotsen.claim.SubmitClaim;
import de.digitallotsen.document.WithdrawCertificate;
import de.digitallotsen.proof.ReadProofOfUse;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.registration.OverrideFee;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Everything about one person for which the NSI has to give a reason; the books are the same afterwards. */
@Singleton
class ReasonsWithNames {

    @Inject
    Given given;

    @Inject
    CompletedSeminars held;

    @Inject
    Database database;

    @Inject
    OverrideFee override;

    @Inject
    CorrectAttendance correct;

    @Inject
    WithdrawCertificate withdraw;

    @Inject
    PrepareClaim prepare;

    @Inject
    SubmitClaim submit;

    @Inject
    ReadProofOfUse prove;

    /** The claim that asks for the money of the one who came. */
    long given(String came, String away, String why) {
        Actor nsi = given.nsi();
        override.handle(nsi, new OverrideFee.Command(away, 100L, why));
        correct.handle(nsi, new CorrectAttendance.Command(came, Set.of(), why));
        correct.handle(
                nsi,
                new CorrectAttendance.Command(
                        came,
                        held.daysOf(database.number("select seminar_id from registration where reference = ?", came)),
                        why));
        withdraw.handle(nsi, came, why);
        prove.handle(nsi, new ReadProofOfUse.Command(null, true, why));
        long claim = prepare.handle(nsi, new PrepareClaim.Command(null, List.of()));
        submit.handle(nsi, claim);
        return claim;
    }
}
