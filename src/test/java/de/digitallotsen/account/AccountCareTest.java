package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Each side looks after its own accounts (R32). */
@PortalTest
class AccountCareTest {

    private static final String HERE = "192.0.2.1";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    SwitchAccount switchAccount;

    @Inject
    MoveAccount move;

    @Inject
    RemoveSecondFactor removeFactor;

    @Inject
    SignIn signIn;

    @Inject
    Sessions sessions;

    @Inject
    SessionLookup lookup;

    @Inject
    Users users;

    private Sessions.Tokens signIn(User user) {
        // A test is one request to Hibernate: what it has read before must not count.
        users.getEntityManager().clear();
        return signIn.handle(new SignIn.Command(user.email(), Given.PASSWORD, HERE, Sessions.PAGE_TOKEN));
    }

    @Test
    void disables_an_account_at_once_and_enables_it_again() throws SQLException {
        User nsi = given.account(Role.NSI, null);
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Sessions.Tokens session = signIn(user);
        switchAccount.handle(nsi.asActor(), user.id(), false);
        assertThat(lookup.find(session.sessionId())).isEmpty();
        Refused.with(AccessRefusal.SIGN_IN_FAILED, () -> signIn(user));
        switchAccount.handle(nsi.asActor(), user.id(), false);
        switchAccount.handle(nsi.asActor(), user.id(), true);
        assertThat(lookup.find(session.sessionId()))
                .as("a session that was ended stays ended")
                .isEmpty();
        signIn(user);
        assertThat(database.rows(
                        "select action from audit_entry where subject_id = ? and action like 'account.%abled'"
                                + " order by id",
                        user.id()))
                .containsExactly("account.disabled", "account.enabled");
    }

    @Test
    void never_disables_the_last_account_of_the_nsi() {
        User only = given.account(Role.NSI, null);
        User second = given.account(Role.NSI, null);
        switchAccount.handle(second.asActor(), only.id(), false);
        // Its request was on the way already when it was locked.
        Refused.with(AccountRefusal.LAST_ACCOUNT, () -> switchAccount.handle(only.asActor(), second.id(), false));
    }

    @Test
    void never_disables_the_last_account_of_the_ministry() {
        User only = given.account(Role.MINISTRY, null);
        given.account(Role.NSI, null);
        User second = given.account(Role.MINISTRY, null);
        switchAccount.handle(second.asActor(), only.id(), false);
        Refused.with(AccountRefusal.LAST_ACCOUNT, () -> switchAccount.handle(only.asActor(), second.id(), false));
    }

    @Test
    void never_lets_anybody_lock_themselves() {
        User user = given.account(Role.NSI, null);
        given.account(Role.NSI, null);
        Refused.with(AccountRefusal.OWN_ACCOUNT, () -> switchAccount.handle(user.asActor(), user.id(), false));
    }

    @Test
    void lets_each_side_look_after_its_own_accounts_only() {
        User nsi = given.account(Role.NSI, null);
        User staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        User ministry = given.account(Role.MINISTRY, null);
        User colleague = given.account(Role.MINISTRY, null);
        switchAccount.handle(ministry.asActor(), colleague.id(), false);
        for (long others : new long[] {nsi.id(), staff.id()}) {
            assertThat(Refused.with(
                                    AccountRefusal.ROLE_NOT_YOURS,
                                    () -> switchAccount.handle(ministry.asActor(), others, false))
                            .text())
                    .contains("nicht zuständig", "an das NSI");
            notHelped(ministry, others);
        }
        for (boolean active : new boolean[] {true, false}) {
            assertThat(Refused.with(
                                    AccountRefusal.ROLE_NOT_YOURS,
                                    () -> switchAccount.handle(nsi.asActor(), colleague.id(), active))
                            .text())
                    .contains("nicht zuständig", "an das Ministerium");
        }
        notHelped(nsi, ministry.id());
        for (long others : new long[] {nsi.id(), ministry.id()}) {
            isUnknownTo(staff, others);
        }
    }

    @Test
    void lets_personnel_staff_look_after_their_own_kommune_only() throws SQLException {
        User staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        User colleague = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        User stranger = given.account(Role.KOMMUNE, Given.SOTTRUM);
        isUnknownTo(staff, stranger.id());
        isUnknownTo(staff, 999_999);
        assertThat(users.require(staff.asActor(), colleague.id()).email()).isEqualTo(colleague.email());

        Sessions.Tokens session = signIn(colleague);
        switchAccount.handle(staff.asActor(), colleague.id(), false);
        assertThat(lookup.find(session.sessionId())).isEmpty();
        switchAccount.handle(staff.asActor(), colleague.id(), true);
        Sessions.Tokens again = signIn(colleague);

        database.writePastTheProgram(
                "insert into second_factor (user_id, secret, created_at, confirmed_at) values (?, 'x', now(), now())",
                colleague.id());
        removeFactor.handle(staff.asActor(), new RemoveSecondFactor.Command(colleague.id(), null, HERE));
        assertThat(database.number("select count(*) from second_factor")).isZero();
        assertThat(lookup.find(again.sessionId())).isEmpty();
        Refused.with(AccountRefusal.OWN_ACCOUNT, () -> switchAccount.handle(staff.asActor(), staff.id(), false));
        assertThat(database.rows("select action from audit_entry where subject_id = ? order by id", colleague.id()))
                .contains("account.disabled", "account.enabled", "account.second-factor-off");
    }

    /** Not even that there is such an account (R25). */
    private void isUnknownTo(User staff, long other) {
        Refused.with(AccessRefusal.NOT_FOUND, () -> switchAccount.handle(staff.asActor(), other, false));
        Refused.with(AccessRefusal.NOT_FOUND, () -> switchAccount.handle(staff.asActor(), other, true));
        Refused.with(
                AccessRefusal.NOT_FOUND,
                () -> removeFactor.handle(staff.asActor(), new RemoveSecondFactor.Command(other, null, HERE)));
        Refused.with(AccessRefusal.NOT_FOUND, () -> users.require(staff.asActor(), other));
    }

    @Test
    void lets_the_ministry_look_after_auditors_and_lock_the_last_of_them() {
        User ministry = given.account(Role.MINISTRY, null);
        User auditor = given.account(Role.AUDITOR, null);
        User nsi = given.account(Role.NSI, null);
        assertThat(Refused.with(
                                AccountRefusal.ROLE_NOT_YOURS,
                                () -> switchAccount.handle(nsi.asActor(), auditor.id(), false))
                        .text())
                .contains("nicht zuständig", "an das Ministerium");
        Refused.with(
                AccessRefusal.ROLE_NOT_ALLOWED, () -> switchAccount.handle(auditor.asActor(), ministry.id(), false));
        switchAccount.handle(ministry.asActor(), auditor.id(), false);
        switchAccount.handle(ministry.asActor(), auditor.id(), true);
        assertThat(users.list(ministry.asActor(), Users.Filter.all(), Page.Request.everything())
                        .items())
                .extracting(Users.Listed::role)
                .containsExactlyInAnyOrder(Role.MINISTRY, Role.AUDITOR);
        assertThat(users.list(auditor.asActor(), Users.Filter.all(), Page.Request.everything())
                        .items())
                .as("auditors see whom the Ministry sees")
                .extracting(Users.Listed::role)
                .containsExactlyInAnyOrder(Role.MINISTRY, Role.AUDITOR);
        Refused.with(AccountRefusal.ROLE_NOT_YOURS, () -> users.require(auditor.asActor(), nsi.id()));
    }

    private void notHelped(User user, long other) {
        Refused.with(
                AccountRefusal.ROLE_NOT_YOURS,
                () -> removeFactor.handle(user.asActor(), new RemoveSecondFactor.Command(other, null, HERE)));
    }

    @Test
    void leaves_one_when_two_of_the_nsi_disable_each_other_at_once() {
        User one = given.account(Role.NSI, null);
        User other = given.account(Role.NSI, null);
        Race.Outcome outcome = Race.of(List.of(
                () -> {
                    switchAccount.handle(one.asActor(), other.id(), false);
                    return "disabled";
                },
                () -> {
                    switchAccount.handle(other.asActor(), one.id(), false);
                    return "disabled";
                }));
        assertThat(outcome.count("disabled")).isEqualTo(1);
        assertThat(outcome.count("LAST_ACCOUNT")).isEqualTo(1);
    }

    @Test
    void lets_an_account_belong_to_another_kommune_and_its_sessions_follow() throws SQLException {
        User nsi = given.account(Role.NSI, null);
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Sessions.Tokens session = signIn(user);
        move.handle(nsi.asActor(), user.id(), Given.SOTTRUM);
        assertThat(lookup.find(session.sessionId()).orElseThrow().kommuneArs()).isEqualTo(Given.SOTTRUM);
        assertThat(database.text("select before_json, after_json from audit_entry where action = 'account.moved'"))
                .contains(Given.LANGENHAGEN)
                .contains(Given.SOTTRUM);
        Refused.with(AccountRefusal.NO_PERSONNEL_ACCOUNT, () -> move.handle(nsi.asActor(), nsi.id(), Given.SOTTRUM));
        Refused.with(AccessRefusal.NOT_FOUND, () -> move.handle(nsi.asActor(), 999_999, Given.SOTTRUM));
        Refused.with(AccessRefusal.NOT_FOUND, () -> move.handle(nsi.asActor(), user.id(), "030000000000"));
        String member = database.text("select ars from kommune where type = 'MITGLIEDSGEMEINDE' order by ars limit 1");
        assertThatThrownBy(() -> move.handle(nsi.asActor(), user.id(), member))
                .isInstanceOf(InvalidInputException.class);
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> move.handle(user.asActor(), user.id(), Given.LANGENHAGEN));
    }

    @Test
    void finds_accounts_by_text_role_kommune_and_state() {
        User nsi = given.account(Role.NSI, null);
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        given.account(Role.KOMMUNE, Given.SOTTRUM);
        switchAccount.handle(nsi.asActor(), user.id(), false);
        Page.Request first = new Page.Request(0, 20);
        assertThat(users.list(nsi.asActor(), Users.Filter.all(), first).total()).isEqualTo(3);
        assertThat(users.list(nsi.asActor(), new Users.Filter("langenh", null, null, null), first)
                        .items())
                .extracting(Users.Listed::id)
                .containsExactly(user.id());
        assertThat(users.list(
                                nsi.asActor(),
                                new Users.Filter(user.email(), Role.KOMMUNE, Given.LANGENHAGEN, false),
                                first)
                        .total())
                .isEqualTo(1);
        assertThat(users.list(nsi.asActor(), new Users.Filter(null, null, null, true), first)
                        .total())
                .isEqualTo(2);
        assertThat(users.list(nsi.asActor(), new Users.Filter("%", null, null, null), first)
                        .total())
                .isZero();
    }

    @Test
    void shows_the_sessions_that_go_on_and_ends_them_all() throws SQLException {
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Sessions.Tokens old = signIn(user);
        clock.pass(Duration.ofMinutes(20));
        Sessions.Tokens here = signIn(user);
        signIn(given.account(Role.KOMMUNE, Given.LANGENHAGEN));
        assertThat(sessions.of(user.id()))
                .extracting(UserSession::id)
                .containsExactly(here.sessionId(), old.sessionId());
        clock.pass(Duration.ofMinutes(15));
        assertThat(sessions.of(user.id()))
                .as("the first one was idle for too long")
                .extracting(UserSession::id)
                .containsExactly(here.sessionId());
        sessions.endAll(user.id(), null);
        assertThat(sessions.of(user.id())).isEmpty();
        assertThat(lookup.find(here.sessionId())).isEmpty();
    }
}
