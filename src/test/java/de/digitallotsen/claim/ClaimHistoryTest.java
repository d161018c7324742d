package de.digitallotsen.claim;

import static de.digitallotsen.document.AttendanceFixture.ALL_DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Every act on a claim stays, also what is done a second time. */
@PortalTest
class ClaimHistoryTest {

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    AttendanceFixture held;

    @Inject
    PrepareClaim prepare;

    @Inject
    ReviseClaim revise;

    @Inject
    SubmitClaim submit;

    @Inject
    ReturnClaim sendBack;

    @Inject
    ApproveClaim approve;

    @Inject
    ClaimFixture fixture;

    @Inject
    ClaimSearch search;

    @Test
    void both_submissions_and_both_remarks_stay_with_who_and_when() {
        User account = given.account(Role.NSI, null);
        Actor nsi = account.asActor();
        User land = given.account(Role.MINISTRY, null);
        held.where(ALL_DAYS, "Eins");
        long claim = prepare.handle(nsi, new PrepareClaim.Command(null, List.of()));
        Instant first = clock.instant();
        submit.handle(nsi, claim);
        sendBack.handle(land.asActor(), claim, "Liste fehlt");
        clock.pass(Duration.ofDays(1));
        revise.handle(nsi, claim, List.of());
        submit.handle(nsi, claim);
        sendBack.handle(land.asActor(), claim, "Liste fehlt noch immer");
        submit.handle(nsi, claim);
        approve.handle(land.asActor(), claim);
        fixture.pay(given.ministry(), claim);
        List<ClaimHistory.Line> history = search.history(search.require(nsi, claim));
        assertThat(history)
                .extracting(ClaimHistory.Line::act, ClaimHistory.Line::remark)
                .containsExactly(
                        tuple(ClaimAct.PREPARED, null),
                        tuple(ClaimAct.SUBMITTED, null),
                        tuple(ClaimAct.RETURNED, "Liste fehlt"),
                        tuple(ClaimAct.REVISED, null),
                        tuple(ClaimAct.SUBMITTED, null),
                        tuple(ClaimAct.RETURNED, "Liste fehlt noch immer"),
                        tuple(ClaimAct.SUBMITTED, null),
                        tuple(ClaimAct.APPROVED, null),
                        tuple(ClaimAct.PAID, null));
        assertThat(history.get(1))
                .isEqualTo(new ClaimHistory.Line(ClaimAct.SUBMITTED, first, account.name(), 50_000, null));
        assertThat(history.get(4).at()).isEqualTo(first.plus(Duration.ofDays(1)));
        assertThat(history.get(7).by()).isEqualTo(land.name());
    }
}
