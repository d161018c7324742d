package de.digitallotsen.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.kommune.Eligibility;
import de.digitallotsen.seminar.SeminarStatus;

/**
 * Everything the rules of admission look at, gathered beforehand so that they are plain functions.
 *
 * @param now the instant of the question
 * @param applicant the Kommune that asks
 * @param seminar the seminar asked for
 * @param period the period that pays, or null if a day of the seminar lies in none (R7)
 * @param person the person's other live registration, or null (R4)
 */
record AdmissionFacts(Instant now, Applicant applicant, SeminarFacts seminar, PeriodFacts period, PersonFacts person) {

    /**
     * @param name how the Kommune is called
     * @param throughName the Samtgemeinde or successor through which the way in leads, or null
     * @param places how many places it has
     * @param used what uses them
     * @param turn whether somebody of it is funded now
     * @param selfPaying whether it pays itself
     */
    record Applicant(
            String name,
            Eligibility eligibility,
            String throughName,
            int places,
            List<PlaceUser> used,
            Turn turn,
            SelfPaying selfPaying) {
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
            int ahead,
            long feeCents) {
        boolean hasFreeSeat() {
            return taken < capacity;
        }
    }

    /**
     * @param availableCents what can still be reserved (R9)
     * @param ahead registrations that wait for this money and come before this one (R14)
     */
    record PeriodFacts(long id, long subsidyCents, long availableCents, int ahead) {}

    /** @param description of the other live registration, without revealing another Kommune's */
    record PersonFacts(String description) {}
}
