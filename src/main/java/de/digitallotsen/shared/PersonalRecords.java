package de.digitallotsen.shared;

import java.util.List;
import java.util.Map;

/**
 * A feature that keeps something about persons (R27). The privacy room asks all of them and knows none of them; only
 * the feature itself deletes what is its own. Every column of the schema stands in the table of a test that says which
 * of these ends it.
 */
public interface PersonalRecords {

    /** What ends on schedule. */
    List<Expiry> expiries();

    /** Persons whose name or address holds this text, at most so many; a feature that knows no names finds none. */
    default List<Found> find(String text, int most) {
        return List.of();
    }

    /** Under which names things of this person stand elsewhere: its registrations, its account. */
    default List<Subject> subjects(String email) {
        return List.of();
    }

    /** Everything that is kept about a person (Art. 15 DSGVO). */
    default List<Holding> about(Person person) {
        return List.of();
    }

    /** What of it goes on request now, and what the law keeps (Art. 17 DSGVO). Changes nothing. */
    default List<Ending> endings(String email) {
        return List.of();
    }

    /** Whoever knows which person an address is erases last; till then the others find what is theirs by it. */
    default boolean knowsPeople() {
        return false;
    }

    /**
     * Deletes what {@link #endings} says goes now.
     *
     * @return how many by kind
     */
    default Map<String, Integer> erase(String email) {
        return Map.of();
    }

    /**
     * Somebody who was found.
     *
     * @param as what the portal knows the person: a key of labels.properties below {@code person.}
     * @param detail Kommune or role
     */
    record Found(String email, String name, String as, String detail) {}

    /**
     * A thing of a person by the name that the audit trail and the ledger give it.
     *
     * @param turn how many persons had it before: what happened in another's turn is not theirs. Zero for a thing that
     *     never changes hands
     */
    record Subject(String type, String id, int turn) {

        /** A registration that the person holds now. */
        public static final String REGISTRATION = "registration";

        /** One that somebody else has taken over (R16): only its past is this person's. */
        public static final String FORMER_REGISTRATION = "former-registration";

        public Subject(String type, String id) {
            this(type, id, 0);
        }
    }

    /**
     * Whom it is about.
     *
     * @param email normalised
     * @param subjects of all features
     */
    record Person(String email, List<Subject> subjects) {

        /** Its things of this type. */
        public List<String> ids(String type) {
            return subjects.stream()
                    .filter(subject -> subject.type().equals(type))
                    .map(Subject::id)
                    .toList();
        }
    }

    /**
     * What is kept of one kind.
     *
     * @param kind a key of labels.properties below {@code holding.}
     * @param records values by name; the names are labelled below {@code held.}
     */
    record Holding(String kind, List<Map<String, Object>> records) {}

    /**
     * What becomes of something on request.
     *
     * @param kind as in {@link Holding}
     * @param subject which one; null if it is all of the kind
     * @param count how many
     * @param kept true if it stays
     * @param why a sentence
     */
    record Ending(String kind, String subject, long count, boolean kept, String why) {}
}
