package de.digitallotsen.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import de.digitallotsen.kommune.Eligibility;
import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.German;

/**
 * Everything the rules of admission look at, gathered beforehand so that they are plain functions.
 *
 * @param now the instant of the question
 * @param applicant the Kommune that asks
 * @param seminar the seminar asked for
 * @param period the period that pays, or null if a day of the seminar lies in none (R7)
 * @param person the person's other live registration, or null (R4)
 * @param list what those before it in the same list would take; counted in all of the above, but nothing of it is there
 */
record AdmissionFacts(
        Instant now,
        Applicant applicant,
        SeminarFacts seminar,
        PeriodFacts period,
        PersonFacts person,
        BeforeInList list) {

    /** Of one that comes alone. */
    AdmissionFacts(Instant now, Applicant applicant, SeminarFacts seminar, PeriodFacts period, PersonFacts person) {
        this(now, applicant, seminar, period, person, BeforeInList.NOBODY);
    }

    AdmissionFacts after(BeforeInList others) {
        return new AdmissionFacts(now, applicant, seminar, period, person, others);
    }

    AdmissionFacts withApplicant(Applicant other) {
        return new AdmissionFacts(now, other, seminar, period, person, list);
    }

    AdmissionFacts withSeminar(SeminarFacts other) {
        return new AdmissionFacts(now, applicant, other, period, person, list);
    }

    AdmissionFacts withPeriod(PeriodFacts other) {
        return new AdmissionFacts(now, applicant, seminar, other, person, list);
    }

    AdmissionFacts withPerson(PersonFacts other) {
        return new AdmissionFacts(now, applicant, seminar, period, other, list);
    }

    /**
     * @param name how the Kommune is called
     * @param throughName the Samtgemeinde or successor through which the way in leads, or null
     * @param places how many places it has
     * @param used what uses them
     * @param turn whether somebody of it is funded now
     * @param selfPaying whether it pays itself
     * @param brakedFor seconds until it may register this person, because too many were registered and cancelled again;
     *     0 if it need not wait
     */
    record Applicant(
            String name,
            Eligibility eligibility,
            String throughName,
            int places,
            List<PlaceUser> used,
            Turn turn,
            SelfPaying selfPaying,
            long brakedFor) {
        /** Whom no brake holds. */
        Applicant(
                String name,
                Eligibility eligibility,
                String throughName,
                int places,
                List<PlaceUser> used,
                Turn turn,
                SelfPaying selfPaying) {
            this(name, eligibility, throughName, places, used, turn, selfPaying, 0);
        }

        /** Of a registration that is there already: it holds its place, so no rule about places is in its way (R3). */
        static Applicant holdingPlace(Registration registration, Instant now, Turn turn) {
            Kommune kommune = registration.kommune();
            return new Applicant(
                    kommune.displayName(),
                    kommune.lastSuccessor().eligibilityOn(German.berlinDay(now)),
                    null,
                    1,
                    List.of(),
                    turn,
                    SelfPaying.NO);
        }

        Applicant withUsed(List<PlaceUser> users) {
            return new Applicant(name, eligibility, throughName, places, users, turn, selfPaying, brakedFor);
        }

        Applicant withTurn(Turn other) {
            return new Applicant(name, eligibility, throughName, places, used, other, selfPaying, brakedFor);
        }

        Applicant withBrake(long seconds) {
            return new Applicant(name, eligibility, throughName, places, used, turn, selfPaying, seconds);
        }

        int free() {
            return places - used.size();
        }
    }

    /**
     * Whether it is the Kommune's turn to have somebody funded.
     *
     * @param kommuneArs who acts for it today
     * @param firstPersonsUntil the last day on which only the first person of each Kommune is funded; null if there is
     *     none
     * @param funded somebody of it is funded already
     */
    record Turn(String kommuneArs, LocalDate firstPersonsUntil, boolean funded) {
        static final Turn ANY = new Turn(null, null, false);

        /** The same; if meanwhile somebody of the Kommune would be funded, that counts, too. */
        Turn withFunded(boolean meanwhile) {
            return new Turn(kommuneArs, firstPersonsUntil, funded || meanwhile);
        }

        boolean isLater() {
            return firstPersonsUntil != null && funded;
        }
    }

    /** Paying the whole fee beyond the places (R5): whether that is asked for, and whether the programme allows it. */
    record SelfPaying(boolean asked, boolean allowed) {
        static final SelfPaying NO = new SelfPaying(false, false);
    }

    /** True if the person would be the Kommune's second while only first ones are funded. */
    boolean isLaterPerson() {
        return applicant.turn().isLater() && period.subsidyCents() > 0;
    }

    /** What uses a place, in words for the one who asks: „Anna Beispiel (3.2.2027, 7K3M-Q9XA)“ or an earlier period. */
    record PlaceUser(String description) {}

    /** @param ahead registrations of this seminar that wait and come before this one */
    record SeminarFacts(
            long id,
            SeminarStatus status,
            Instant opensAt,
            Instant closesAt,
            LocalDate firstDay,
            LocalDate lastDay,
            int capacity,
            int taken,
            int ahead) {
        /** As it was read; nobody is ahead yet. */
        static SeminarFacts of(Seminar seminar) {
            return new SeminarFacts(
                    seminar.id(),
                    seminar.status(),
                    seminar.opensAt(),
                    seminar.closesAt(),
                    seminar.firstDay(),
                    seminar.lastDay(),
                    seminar.capacity(),
                    seminar.seatsTaken(),
                    0);
        }

        SeminarFacts withSeats(Seminars.Seats seats) {
            return with(closesAt, seats.capacity(), seats.taken(), ahead);
        }

        SeminarFacts withTaken(int seats) {
            return with(closesAt, capacity, seats, ahead);
        }

        SeminarFacts withAhead(int people) {
            return with(closesAt, capacity, taken, people);
        }

        SeminarFacts withClosesAt(Instant deadline) {
            return with(deadline, capacity, taken, ahead);
        }

        private SeminarFacts with(Instant closes, int seats, int seatsTaken, int people) {
            return new SeminarFacts(id, status, opensAt, closes, firstDay, lastDay, seats, seatsTaken, people);
        }

        boolean hasFreeSeat() {
            return taken < capacity;
        }
    }

    /**
     * @param availableCents what can still be reserved for this one (R9)
     * @param boundCents how much of that is bound for it already; nobody else could have it (R30)
     * @param ahead registrations that wait for this money and come before this one (R14)
     */
    record PeriodFacts(long id, long subsidyCents, long availableCents, long boundCents, int ahead) {
        /** Of somebody for whom nothing is bound. */
        PeriodFacts(long id, long subsidyCents, long availableCents, int ahead) {
            this(id, subsidyCents, availableCents, 0, ahead);
        }

        PeriodFacts withFunds(long available, int people) {
            return new PeriodFacts(id, subsidyCents, available, people);
        }
    }

    /** @param description of the other live registration, without revealing another Kommune's */
    record PersonFacts(String description) {}

    /**
     * Those before in a list that is only looked at, or given up as a whole: what they would take is not there, so a
     * refusal says who stands before, and counts without them (R30).
     *
     * @param places the numbers of those who would take a place of the same Kommune
     * @param seats how many would take a seat of the same seminar
     * @param waiting how many would wait for one
     * @param cents what they would take of the period's money
     * @param waitingForMoney how many would wait for that
     * @param person the number of the same person, or null
     * @param funded the number of somebody of the same Kommune who would be funded, or null
     */
    record BeforeInList(
            List<Integer> places,
            int seats,
            int waiting,
            long cents,
            int waitingForMoney,
            Integer person,
            Integer funded) {
        static final BeforeInList NOBODY = new BeforeInList(List.of(), 0, 0, 0, 0, null, null);

        /** „Nr. 2 und Nr. 3“: who would take the places. */
        String numbers() {
            return places.stream().map(number -> "Nr.\u00a0" + number).collect(Collectors.joining(" und "));
        }
    }
}
