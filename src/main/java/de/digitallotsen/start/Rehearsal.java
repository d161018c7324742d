package de.digitallotsen.start;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/**
 * Plays registrations through in a transaction that is always rolled back. It makes a programme, a period, a budget, a
 * seminar and an account of its own in that transaction and takes places, seats and money only from these: nobody else
 * can see them, so no total changes, no ledger line or audit entry remains, and no row that a real registration needs
 * is locked against it. Only some numbers that the database counts up are used up, as by every transaction that is
 * rolled back.
 */
@ApplicationScoped
class Rehearsal {

    /** Registrations after which more of them hardly help. */
    static final int ENOUGH = 600;
    /** Kommunen in one transaction, with two people each; the money suffices for all of them but the last person. */
    private static final int KOMMUNEN = 4;

    private static final long FEE_CENTS = 100_000;

    private final EntityManager database;
    private final RegisterParticipant register;
    private final RegistrationSearch search;
    private final Kommunen kommunen;
    private final Clock clock;

    Rehearsal(
            EntityManager database,
            RegisterParticipant register,
            RegistrationSearch search,
            Kommunen kommunen,
            Clock clock) {
        this.database = database;
        this.register = register;
        this.search = search;
        this.kommunen = kommunen;
        this.clock = clock;
    }

    private record Scene(long seminar, long user) {}

    /** @return registrations that were played */
    @ActivateRequestContext
    int play() {
        List<String> few = kommunen
                .find("type not in (MITGLIEDSGEMEINDE, GEMEINDEFREIES_GEBIET) and validTo is null")
                .page(0, KOMMUNEN)
                .stream()
                .map(Kommune::ars)
                .toList();
        QuarkusTransaction.begin();
        try {
            return play(build(few.size() * 2 - 1), few);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private int play(Scene scene, List<String> few) {
        for (int i = 0; i < few.size() * 2; i++) {
            Actor actor = Actor.ofKommune(scene.user(), few.get(i / 2));
            Participant.Details person = new Participant.Details(
                    "Anke", "Probe", "anke.probe" + i + "@aufwaermen.example", "Bürgerbüro", null);
            try {
                String reference = register.handle(
                        actor,
                        new RegisterParticipant.Command(new Application(scene.seminar(), person, false, null), null));
                search.history(search.require(actor, reference).registration());
            } catch (RefusedException lastOneForWhomTheMoneyIsNotEnough) {
                // Part of the play, and its end: a refusal condemns the transaction.
                return i + 1;
            }
        }
        return few.size() * 2;
    }

    /**
     * Names that nobody else has, or two portals that start at once on one database would wait for each other. Ids
     * below zero, so that the numbers of real seminars and accounts follow on without a gap.
     */
    private Scene build(int funded) {
        String name = "Aufwärmen " + UUID.randomUUID();
        long id = -ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        Instant now = clock.instant();
        // After every real period, so that the rules find this one and none else.
        LocalDate day = lastRealDay().plusYears(1);
        insert(
                "insert into programme (id, name, subsidy_rate_basis_points, places_per_kommune,"
                        + " cancellation_terms) values (?1, ?2, 5000, 2, '')",
                id,
                name);
        insert(
                "insert into funding_period (id, programme_id, name, first_day, last_day) values (?1, ?1, ?2, ?3, ?3)",
                id,
                name,
                day);
        insert("insert into budget (period_id, allocated_cents) values (?1, ?2)", id, FEE_CENTS / 2 * funded);
        insert(
                "insert into user_account (id, email, name, role, password_hash, active, created_at)"
                        + " values (?1, ?2, ?3, 'NSI', '-', false, ?4)",
                id,
                id + "@aufwaermen.example",
                name,
                now);
        insert(
                "insert into seminar (id, calendar_uid, title, venue, capacity, fee_cents, opens_at, closes_at,"
                        + " first_day, last_day, status, created_at, changed_at)"
                        + " values (?1, ?2, ?3, '-', 50, ?4, ?5, ?6, ?7, ?7, 'PUBLISHED', ?5, ?5)",
                id,
                UUID.randomUUID().toString(),
                name,
                FEE_CENTS,
                now.minus(1, ChronoUnit.DAYS),
                now.plus(1, ChronoUnit.DAYS),
                day);
        insert("insert into seminar_day (seminar_id, day, begins, ends) values (?1, ?2, '09:00', '16:00')", id, day);
        return new Scene(id, id);
    }

    private LocalDate lastRealDay() {
        LocalDate last = database.createQuery("select max(p.lastDay) from FundingPeriod p", LocalDate.class)
                .getSingleResult();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return last == null || last.isBefore(today) ? today : last;
    }

    private void insert(String sql, Object... values) {
        Query statement = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setParameter(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
