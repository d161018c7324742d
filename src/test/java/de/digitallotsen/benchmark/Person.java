package de.digitallotsen.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One registration that will be asked for: who asks, for whom, where.
 *
 * @param number from 0, different for every person
 * @param acceptWaiting whether the person would wait for money
 */
record Person(int number, Account account, long seminarId, boolean acceptWaiting) {

    // Fixed, so that every rush comes in the same order.
    private static final long ORDER = 2027;

    /** Two people of each Kommune, dealt evenly to the seminars, in an order of chance. */
    static List<Person> twoOfEach(List<Account> kommunen, List<Long> seminars, boolean halfWait) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < kommunen.size() * 2; i++) {
            people.add(new Person(i, kommunen.get(i / 2), seminars.get(i % seminars.size()), halfWait && i % 2 == 1));
        }
        Collections.shuffle(people, new Random(ORDER));
        return people;
    }

    String firstName() {
        return "Anke";
    }

    String lastName() {
        return "Muster" + number;
    }

    String email() {
        return "anke.muster" + number + "@kommune" + number / 2 + ".example";
    }

    /** The body of {@code POST /api/v1/registrations}. */
    String asJson() {
        return ("{\"seminarId\":%d,\"participant\":{\"firstName\":\"%s\",\"lastName\":\"%s\",\"email\":\"%s\","
                        + "\"jobTitle\":\"Bürgerbüro\"},\"acceptWaiting\":%b}")
                .formatted(seminarId, firstName(), lastName(), email(), acceptWaiting);
    }
}
