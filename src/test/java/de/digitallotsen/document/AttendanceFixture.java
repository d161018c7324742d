package de.digitallotsen.document;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.TestClock;
import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.CloseSeminar;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import jakarta.inject.Singleton;

/** Seminars that were held, with who was there when. */
@Singleton
public class AttendanceFixture {

    /** Attendance by number of the day, counted from 0. */
    public static final Set<Integer> ALL_DAYS = Set.of(0, 1, 2);

    public static final Set<Integer> TWO_DAYS = Set.of(0, 2);
    public static final Set<Integer> NOBODY_CAME = Set.of();

    private final Given given;
    private final TestClock clock;
    private final CompletedSeminars seminars;
    private final RegisterParticipant register;
    private final CloseSeminar close;

    AttendanceFixture(
            Given given,
            TestClock clock,
            CompletedSeminars seminars,
            RegisterParticipant register,
            CloseSeminar close) {
        this.given = given;
        this.clock = clock;
        this.seminars = seminars;
        this.register = register;
        this.close = close;
    }

    /**
     * A closed seminar.
     *
     * @param references of its people, in the order of their names as given
     * @param staff of Langenhagen, whose is the first of them
     */
    public record Held(long seminar, List<String> references, Actor staff, LocalDate first, LocalDate last) {
        public String reference() {
            return references.get(0);
        }

        public String firstDay() {
            return German.date(first);
        }

        public String lastDay() {
            return German.date(last);
        }
    }

    /** Somebody from Langenhagen called Beispiel. */
    public Held where(Set<Integer> present) {
        return where(present, "Beispiel");
    }

    /** People called Anna, the first from Langenhagen; the clock then stands a week after the seminar. */
    public Held where(Set<Integer> present, String... lastNames) {
        LocalDate first = clock.today().plusDays(3);
        long seminar = given.aSeminar()
                .beginningOn(first)
                .closesAt(clock.instant().plusSeconds(3600))
                .published();
        Actor langenhagen = given.staffOf(Given.LANGENHAGEN);
        List<String> others = given.kommunen(40).stream()
                .filter(ars -> !ars.equals(Given.LANGENHAGEN))
                .toList();
        List<String> references = new ArrayList<>();
        for (String name : lastNames) {
            Actor staff = references.isEmpty() ? langenhagen : given.staffOf(others.get(references.size()));
            references.add(register.handle(
                    staff,
                    Given.command(
                            staff, seminar, ParticipantFixture.aParticipant().named("Anna", name), false)));
        }
        clock.pass(Duration.ofDays(12));
        Actor nsi = given.nsi();
        references.forEach(reference -> seminars.recorded(
                nsi, seminar, reference, present.stream().map(first::plusDays).collect(Collectors.toSet())));
        close.handle(nsi, seminar);
        return new Held(seminar, references, langenhagen, first, first.plusDays(2));
    }

    /** That many people with a seat, two of each Kommune. */
    public void crowd(long seminar, int number) {
        Actor nsi = given.nsi();
        given.kommunen(number / 2 + 1).stream()
                .flatMap(ars -> Stream.of(ars, ars))
                .limit(number)
                .forEach(ars -> register.handle(
                        nsi,
                        new RegisterParticipant.Command(
                                new Application(
                                        seminar,
                                        ParticipantFixture.aParticipant()
                                                .named(
                                                        "Maximiliane-Charlotte",
                                                        "Freifrau von Musterhausen-Beispielberg")
                                                .details(),
                                        false,
                                        ars),
                                null)));
    }
}
