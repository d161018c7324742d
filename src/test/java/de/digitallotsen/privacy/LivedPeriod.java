package de.digitallotsen.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.CreateDemoAccount;
import de.digitallotsen.account.ForgottenPassword;
import de.digitallotsen.account.InviteUser;
import de.digitallotsen.account.SignIn;
import de.digitallotsen.account.SwitchAccount;
import de.digitallotsen.account.User;
import de.digitallotsen.account.Visit;
import de.digitallotsen.audit.SealAuditTrail;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.claim.ApproveClaim;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.claim.PrepareClaim;
import de.digitallotsen.claim.ReturnClaim;
import de.digitallotsen.claim.SubmitClaim;
import de.digitallotsen.document.WithdrawCertificate;
import de.digitallotsen.kommune.UploadRegister;
import de.digitallotsen.mail.OutboxFixture;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.proof.ProduceProof;
import de.digitallotsen.proof.ReadProofOfUse;
import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.CancelSeminar;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.registration.OverrideFee;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RebookRegistration;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** A period with everything in it that leaves traces of persons, each marked with {@link #TRACE}. */
@Singleton
public class LivedPeriod {

    public static final String TRACE = "Zyxquast";

    private static final String WHY = "Frau " + TRACE + " hat angerufen";

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    Database database;

    @Inject
    CreateDemoAccount create;

    @Inject
    RegisterParticipant register;

    @Inject
    SubstituteParticipant substitute;

    @Inject
    CancelRegistration cancel;

    @Inject
    RebookRegistration rebook;

    @Inject
    CancelSeminar cancelSeminar;

    @Inject
    CompletedSeminars held;

    @Inject
    OverrideFee override;

    @Inject
    CorrectAttendance correct;

    @Inject
    WithdrawCertificate withdraw;

    @Inject
    Claims claims;

    @Inject
    Access access;

    @Inject
    MailFixture mails;

    @Inject
    OutboxFixture outbox;

    @Inject
    SealAuditTrail seal;

    private final List<String> addresses = new ArrayList<>();

    /** From the claim to the money. */
    @Singleton
    static class Claims {
        @Inject
        PrepareClaim prepare;

        @Inject
        SubmitClaim submit;

        @Inject
        ReturnClaim sendBack;

        @Inject
        ApproveClaim approve;

        @Inject
        ClaimFixture fixture;

        @Inject
        ReadProofOfUse prove;

        @Inject
        ProduceProof produce;

        @Inject
        AdjustBudget adjust;
    }

    /** What comes with accounts. */
    @Singleton
    static class Access {
        @Inject
        InviteUser invite;

        @Inject
        ForgottenPassword forgotten;

        @Inject
        SignIn signIn;

        @Inject
        SwitchAccount lock;

        @Inject
        UploadRegister upload;
    }

    private User account(String name, Role role, String ars) {
        String address = name + "." + TRACE.toLowerCase() + "@amt.example";
        addresses.add(address);
        return create.handle(address, TRACE + " " + name, role, ars, Given.PASSWORD);
    }

    private Participant.Details person(int number) {
        String address = "person" + number + "." + TRACE.toLowerCase() + "@amt.example";
        addresses.add(address);
        return new Participant.Details(
                "Vorname" + TRACE, TRACE + number, address, "Amt " + TRACE, TRACE + " " + number);
    }

    private String registered(Actor staff, long seminar, int number) {
        return register.handle(
                staff,
                new RegisterParticipant.Command(
                        new Application(seminar, person(number), true, staff.kommuneArs()),
                        UUID.randomUUID().toString()));
    }

    /** Addresses of everybody who lived it. */
    public List<String> addresses() {
        return addresses;
    }

    /** Everything; the clock stands a year later. */
    public void lived() {
        addresses.clear();
        Actor nsi = account("nsi", Role.NSI, null).asActor();
        Actor ministry = account("land", Role.MINISTRY, null).asActor();
        Actor cashier = account("kasse", Role.MINISTRY, null).asActor();
        List<User> staff = new ArrayList<>();
        given.kommunen(8).forEach(ars -> staff.add(account("amt" + ars, Role.KOMMUNE, ars)));
        LocalDate first = clock.today().plusDays(21);
        long seminar = given.aSeminar()
                .beginningOn(first)
                .closesAt(clock.instant().plus(Duration.ofDays(7)))
                .published();
        long other = given.aSeminar().beginningOn(first.plusDays(30)).published();
        long called = given.aSeminar().beginningOn(first.plusDays(60)).published();
        long small =
                given.aSeminar().withSeats(1).beginningOn(first.plusDays(90)).published();

        String came = registered(staff.get(0).asActor(), seminar, 0);
        String away = registered(staff.get(1).asActor(), seminar, 1);
        String replaced = registered(staff.get(2).asActor(), seminar, 2);
        substitute.handle(staff.get(2).asActor(), replaced, person(3));
        String gone = registered(staff.get(3).asActor(), seminar, 4);
        String moved = registered(staff.get(4).asActor(), seminar, 5);
        rebook.handle(staff.get(4).asActor(), moved, other);
        registered(staff.get(5).asActor(), called, 6);
        registered(staff.get(6).asActor(), small, 7);
        registered(staff.get(7).asActor(), small, 8);
        mails.composeAll();
        outbox.send(subject -> {});
        cancelSeminar.handle(nsi, called, WHY);
        clock.pass(Duration.ofDays(10));
        cancel.handle(staff.get(3).asActor(), gone);
        access(nsi, staff.get(0));
        clock.pass(Duration.ofDays(16));
        held.closed(nsi, seminar, Set.of(came, replaced));
        settled(nsi, came, away);
        money(nsi, ministry, cashier);
        mails.composeAll();
        clock.pass(Duration.ofMinutes(10));
        while (seal.handle(Actor.portal()) > 0) {
            // One seal after the other.
        }
    }

    private void settled(Actor nsi, String came, String away) {
        long seminar = database.number("select seminar_id from registration where reference = ?", came);
        override.handle(nsi, new OverrideFee.Command(away, 100L, WHY));
        correct.handle(nsi, new CorrectAttendance.Command(came, Set.of(), WHY));
        correct.handle(nsi, new CorrectAttendance.Command(came, held.daysOf(seminar), WHY));
        withdraw.handle(nsi, came, WHY);
    }

    private void money(Actor nsi, Actor ministry, Actor cashier) {
        claims.prove.handle(nsi, new ReadProofOfUse.Command(null, true, WHY));
        claims.produce.handle(nsi, new ProduceProof.Command(null, WHY, "Hannover"));
        long claim = claims.prepare.handle(nsi, new PrepareClaim.Command(null, List.of()));
        claims.submit.handle(nsi, claim);
        claims.sendBack.handle(ministry, claim, WHY);
        claims.submit.handle(nsi, claim);
        claims.approve.handle(ministry, claim);
        claims.fixture.pay(cashier, claim);
        claims.adjust.handle(ministry, new AdjustBudget.Command(100_000L, "Erlass vom 1. März"));
    }

    private void access(Actor nsi, User clerk) {
        access.invite.handle(
                nsi,
                new InviteUser.Command(
                        Role.KOMMUNE, clerk.kommuneArs(), "neu." + TRACE.toLowerCase() + "@amt.example", ""));
        access.forgotten.handle(new ForgottenPassword.Command(clerk.email(), "127.0.0.9", "http://localhost"));
        for (int i = 0; i < 100 && database.number("select count(*) from password_reset") == 0; i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
        signIn(clerk, Given.PASSWORD);
        try {
            signIn(clerk, "ein falsches Passwort");
        } catch (RefusedException wrong) {
            // The brake has counted it.
        }
        access.upload.handle(nsi, Database.register().getBytes(StandardCharsets.UTF_8));
        try {
            database.writePastTheProgram(
                    "insert into submission (user_id, submission_key, content_hash, created_at)"
                            + " values (?, repeat('a', 64), repeat('b', 64), '2027-02-11 08:00:00')",
                    clerk.id());
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void signIn(User user, String password) {
        access.signIn.handle(new SignIn.Command(
                user.email(), password, new Visit("127.0.0.1", "Firefox", true, null), Duration.ofMinutes(5), null));
    }

    /** What was written and not sent yet goes out. */
    public void sendAll() {
        outbox.send(subject -> {});
    }

    /** Those who do the work later; the NSI's comes back. */
    public User successors() {
        successor(Role.MINISTRY);
        return successor(Role.NSI);
    }

    /** Somebody who does the work later. */
    public User successor(Role role) {
        return create.handle(role.name().toLowerCase() + "@nachfolge.example", "Nachfolge", role, null, Given.PASSWORD);
    }

    /** That many people with a seat. */
    public void crowd(int number) {
        long seminar = given.aSeminar().published();
        given.kommunen(number).forEach(ars -> given.registered(given.staffOf(ars), seminar));
    }

    /** Three with needs, of whom one is cancelled and one replaced; the seminar's last day is 30 March 2027. */
    public List<String> withNeeds() {
        long seminar = given.aSeminar().beginningOn(LocalDate.of(2027, 3, 28)).published();
        List<Actor> staff = given.staffOfKommunen(3);
        List<String> references = new ArrayList<>();
        for (int i = 0; i < staff.size(); i++) {
            references.add(registered(staff.get(i), seminar, i));
        }
        cancel.handle(staff.get(1), references.get(1));
        substitute.handle(
                staff.get(2),
                references.get(2),
                new Participant.Details("Bodo", "Beispiel", "bodo@amt.example", null, null));
        return references;
    }

    /** The NSI locks somebody. */
    public void lock(User user) {
        access.lock.handle(given.nsi(), user.id(), false);
    }

    /** The NSI locks somebody. */
    public void lock(String email) {
        access.lock.handle(given.nsi(), database.number("select id from user_account where email = ?", email), false);
    }
}
