package de.digitallotsen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.kommune.ImportKommunen;
import de.digitallotsen.kommune.RegisterFile;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.CopySeminar;
import de.digitallotsen.seminar.SeminarRefusal;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Page;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@PortalTest
class AuditTrailTest {

    private static final AuditTrail.Filter ALL = new AuditTrail.Filter(null, null, null, null, null, null);

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    AuditTrail trail;

    @Inject
    CancelRegistration cancel;

    @Inject
    CompletedSeminars seminars;

    @Inject
    AdjustBudget adjust;

    @Inject
    ChangeSeminar change;

    @Inject
    CopySeminar copy;

    @Inject
    ImportKommunen importKommunen;

    private List<String> newActions(long since) {
        return database.rows("select action from audit_entry where id > ? order by id", since);
    }

    private long last() {
        return database.number("select coalesce(max(id), 0) from audit_entry");
    }

    @Test
    void notes_every_change_that_people_make() {
        Actor nsi = given.nsi();
        Actor ministry = given.ministry();
        List<Actor> staff = given.staffOfKommunen(4);
        assertThat(database.number("select count(*) from audit_entry where action = 'account.created'"))
                .isEqualTo(6);
        long begin = last();
        long seminar = given.aSeminar()
                .withSeats(1)
                .beginningOn(clock.today().plusDays(20))
                .closesAt(TestClock.START.plusSeconds(7200))
                .published();
        copy.handle(nsi, new CopySeminar.Series(seminar, clock.today().plusDays(60), CopySeminar.Rhythm.WEEKLY, 1));
        String first = given.registered(staff.get(0), seminar);
        given.registeredOrWaiting(staff.get(1), seminar);
        adjust.handle(ministry, new AdjustBudget.Command(100L, "Mehr"));
        cancel.handle(staff.get(0), first);
        int version = (int) database.number("select version from seminar where id = ?", seminar);
        change.handle(
                nsi,
                seminar,
                version,
                given.aSeminar()
                        .withSeats(3)
                        .beginningOn(clock.today().plusDays(20))
                        .closesAt(TestClock.START.plusSeconds(7200))
                        .draft());
        String came = given.registered(staff.get(2), seminar);
        clock.pass(Duration.ofDays(30));
        seminars.closed(nsi, seminar, Set.of(came));
        importKommunen.handle(nsi, ImportKommunen.Command.of(RegisterFile.read(Database.register())));
        assertThat(newActions(begin).stream().filter(action -> !action.equals("account.created")))
                .containsExactly(
                        "seminar.planned",
                        "seminar.published",
                        "seminar.copied",
                        "registration.confirmed",
                        "registration.waiting",
                        "budget.adjusted",
                        "registration.cancelled",
                        "registration.promoted",
                        "seminar.changed",
                        "registration.confirmed",
                        "registration.attendance_recorded",
                        "seminar.attendance_recorded",
                        "registration.no_show",
                        "registration.attended",
                        "certificate.issued",
                        "seminar.closed",
                        "register.imported");
    }

    @Test
    void says_who_changed_what_and_when_and_what_it_was_before() {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        String reference = given.registered(staff, given.aSeminar().published());
        clock.pass(Duration.ofMinutes(5));
        cancel.handle(staff, reference);
        List<AuditTrail.Line> lines = trail.find(
                        given.nsi(),
                        new AuditTrail.Filter(null, null, null, "registration", reference, staff.userId()),
                        Page.Request.of(0, 20))
                .items();
        assertThat(lines)
                .extracting(AuditTrail.Line::action)
                .containsExactly("registration.cancelled", "registration.confirmed");
        AuditTrail.Line cancelled = lines.get(0);
        assertThat(cancelled.actorId()).isEqualTo(staff.userId());
        assertThat(cancelled.at()).isEqualTo(TestClock.START.plus(Duration.ofMinutes(5)));
        assertThat(cancelled.before()).isEqualTo("{\"status\":\"CONFIRMED\",\"dueCents\":50000}");
        assertThat(cancelled.after()).isEqualTo("{\"status\":\"CANCELLED\",\"dueCents\":0}");
        assertThat(lines.get(1).before()).isNull();
        assertThat(lines.get(1).after())
                .contains("\"subsidyCents\":50000")
                .contains(Given.LANGENHAGEN)
                .doesNotContain("Anna")
                .doesNotContain("@");
    }

    @Test
    void notes_nothing_of_what_was_refused() {
        long seminar = given.aSeminar().withSeats(2).published();
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        given.registered(staff, seminar);
        given.registered(staff, seminar);
        Actor ministry = given.ministry();
        Actor nsi = given.nsi();
        long before = last();
        Refused.with(
                BudgetRefusal.BUDGET_BELOW_COMMITTED,
                () -> adjust.handle(ministry, new AdjustBudget.Command(-Database.BUDGET_CENTS, "Zu viel")));
        int version = (int) database.number("select version from seminar where id = ?", seminar);
        Refused.with(
                SeminarRefusal.CAPACITY_BELOW_CONFIRMED,
                () -> change.handle(
                        nsi, seminar, version, given.aSeminar().withSeats(1).draft()));
        assertThat(newActions(before)).isEmpty();
    }

    @Test
    void is_read_by_nsi_and_ministry_only() {
        given.nsi();
        assertThat(trail.find(given.ministry(), ALL, Page.Request.of(0, 20)).total())
                .isPositive();
        Refused.with(
                AccessRefusal.ROLE_NOT_ALLOWED,
                () -> trail.find(given.staffOf(Given.LANGENHAGEN), ALL, Page.Request.of(0, 20)));
        Refused.with(AccessRefusal.NOT_SIGNED_IN, () -> trail.find(Actor.anonymous(), ALL, Page.Request.of(0, 20)));
    }

    @Test
    void finds_the_entries_of_a_berlin_day() {
        Actor nsi = given.nsi();
        clock.set(java.time.Instant.parse("2027-02-02T22:59:59Z"));
        given.ministry();
        clock.set(java.time.Instant.parse("2027-02-02T23:00:00Z"));
        given.staffOf(Given.SOTTRUM);
        LocalDate day = LocalDate.of(2027, 2, 2);
        assertThat(trail.find(nsi, new AuditTrail.Filter(day, day, null, null, null, null), Page.Request.of(0, 20))
                        .total())
                .isEqualTo(1);
        assertThat(trail.find(
                                nsi,
                                new AuditTrail.Filter(day.plusDays(1), null, null, null, null, null),
                                Page.Request.of(0, 20))
                        .total())
                .isEqualTo(1);
    }
}
