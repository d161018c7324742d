package de.digitallotsen;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import de.digitallotsen.account.CreateDemoAccount;
import de.digitallotsen.account.User;
import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.report.BudgetAudit;
import de.digitallotsen.seminar.PlanSeminar;
import de.digitallotsen.seminar.PublishSeminar;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import jakarta.inject.Singleton;

/**
 * What a test finds when it begins: accounts, seminars, registrations. Everything comes to be through the use cases.
 */
@Singleton
public class Given {

    /** Of every account made here. */
    public static final String PASSWORD = "ein langes Passwort";

    public static final String LANGENHAGEN = "032410010010";
    /** A Samtgemeinde. */
    public static final String SOTTRUM = "033575406000";

    private final AtomicInteger accounts = new AtomicInteger();
    private final CreateDemoAccount createAccount;
    private final PlanSeminar plan;
    private final PublishSeminar publish;
    private final RegisterParticipant register;
    private final TestClock clock;
    private final Database database;
    private final BudgetAudit audit;

    Given(
            CreateDemoAccount createAccount,
            PlanSeminar plan,
            PublishSeminar publish,
            RegisterParticipant register,
            TestClock clock,
            Database database,
            BudgetAudit audit) {
        this.createAccount = createAccount;
        this.plan = plan;
        this.publish = publish;
        this.register = register;
        this.clock = clock;
        this.database = database;
        this.audit = audit;
    }

    /** A new account. {@code ars} only for personnel staff. */
    public User account(Role role, String ars) {
        int number = accounts.incrementAndGet();
        return createAccount.handle(
                role.name().toLowerCase(java.util.Locale.ROOT) + number + "@portal.example",
                role + " " + number,
                role,
                ars,
                PASSWORD);
    }

    /** Seminar administration. */
    public Actor nsi() {
        return account(Role.NSI, null).asActor();
    }

    /** Staff of the Ministry. */
    public Actor ministry() {
        return account(Role.MINISTRY, null).asActor();
    }

    /** The Landesrechnungshof. */
    public Actor auditor() {
        return account(Role.AUDITOR, null).asActor();
    }

    /** Personnel staff of a Kommune. */
    public Actor staffOf(String ars) {
        return account(Role.KOMMUNE, ars).asActor();
    }

    /** The first Kommunen of the register that may register people. */
    public List<String> kommunen(int number) {
        return database.rows(
                "select ars from kommune where type = 'EINHEITSGEMEINDE' and valid_to is null order by ars limit "
                        + number);
    }

    /** Personnel staff of that many different Kommunen. */
    public List<Actor> staffOfKommunen(int number) {
        return kommunen(number).stream().map(this::staffOf).toList();
    }

    public SeminarFixture aSeminar() {
        return new SeminarFixture(this, clock.today(), clock.instant());
    }

    long plan(SeminarPlan.Draft draft) {
        return plan.handle(nsi(), draft);
    }

    void publish(long seminarId) {
        publish.handle(nsi(), seminarId);
    }

    /** Registers somebody who does not want to wait; the reference. */
    public String registered(Actor actor, long seminarId) {
        return register.handle(actor, command(actor, seminarId, ParticipantFixture.aParticipant(), false));
    }

    /** Registers somebody who would wait; the reference. */
    public String registeredOrWaiting(Actor actor, long seminarId) {
        return register.handle(actor, command(actor, seminarId, ParticipantFixture.aParticipant(), true));
    }

    /** What a person types, with a key of its own. */
    public static RegisterParticipant.Command command(
            Actor actor, long seminarId, ParticipantFixture person, boolean acceptWaiting) {
        return new RegisterParticipant.Command(
                new Application(seminarId, person.details(), acceptWaiting, actor.kommuneArs()), null);
    }

    /** „CONFIRMED“, „WAITING SEATS“, „CANCELLED“ … as it stands in the database. */
    public String statusOf(String reference) {
        return database.text(
                "select concat_ws(' ', status, waiting_reason) from registration where reference = ?", reference);
    }

    /** „capacity taken waiting“ of a seminar. */
    public String seatsOf(long seminarId) {
        return database.text("select capacity, seats_taken, waiting_count from seminar where id = ?", seminarId);
    }

    /** The checks of {@link BudgetAudit} that are red; empty if places, seats and money add up. */
    public List<String> wrongBooks() {
        return audit.run().checks().stream()
                .filter(check -> !check.ok())
                .map(BudgetAudit.Check::toString)
                .toList();
    }

    /** „allocated reserved spent waiting“ of the only period. */
    public String money() {
        return database.text("select allocated_cents, reserved_cents, spent_cents, waiting_for_funds from budget");
    }
}
