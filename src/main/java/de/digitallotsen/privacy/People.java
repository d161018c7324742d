package de.digitallotsen.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.PersonalRecords;
import de.digitallotsen.shared.PersonalRecords.Ending;
import de.digitallotsen.shared.PersonalRecords.Found;
import de.digitallotsen.shared.PersonalRecords.Holding;
import de.digitallotsen.shared.PersonalRecords.Person;
import de.digitallotsen.shared.PersonalRecords.Subject;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;

/** What is kept about a person, asked of all features, for the NSI. A person is an address, as everywhere (R4). */
@ApplicationScoped
public class People {

    /** People found at most; who wants others types more. */
    public static final int MOST = 50;

    static final int SHORTEST_QUERY = 3;
    private static final int LONGEST_QUERY = 100;

    private final Schedule schedule;
    private final Retention retention;

    People(Schedule schedule, Retention retention) {
        this.schedule = schedule;
        this.retention = retention;
    }

    /**
     * Everything that is kept about a person.
     *
     * @param holdings only of kinds of which there is something
     */
    public record Report(String email, Instant at, List<Holding> holdings) {
        public boolean empty() {
            return holdings.isEmpty();
        }
    }

    /**
     * What goes on request, and what the law keeps.
     *
     * @param shown a hash of all of it: who says it back has seen it
     */
    public record Plan(String email, List<Ending> endings, String shown) {
        /** True if something goes. */
        public boolean erases() {
            return endings.stream().anyMatch(ending -> !ending.kept());
        }
    }

    /**
     * Persons whose name or address holds the text, by name.
     *
     * @throws de.digitallotsen.shared.InvalidInputException for fewer than three letters
     */
    public List<Found> find(Actor actor, String typed) {
        actor.require(Role.NSI);
        Input input = new Input();
        String text = input.required("q", "Name oder E-Mail-Adresse", typed, LONGEST_QUERY);
        input.check(text == null || text.length() >= SHORTEST_QUERY, "q", "people.too-short");
        input.throwIfWrong();
        List<Found> found = new ArrayList<>();
        schedule.features().forEach(feature -> found.addAll(feature.find(text, MOST)));
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Found::name).thenComparing(Found::email))
                .limit(MOST)
                .toList();
    }

    /** The report about a person; whoever fetches it has noted that before ({@link ReportPerson}). */
    public Report report(Actor actor, String email) {
        actor.require(Role.NSI);
        Person person = new Person(checked(email), subjects(checked(email)));
        return new Report(
                person.email(),
                retention.now(),
                schedule.features().stream()
                        .flatMap(feature -> feature.about(person).stream())
                        .filter(holding -> !holding.records().isEmpty())
                        .sorted(Comparator.comparing(holding -> order(holding.kind())))
                        .toList());
    }

    /** Who she is, then what she did, then what was written to her. */
    private static int order(String kind) {
        int at = List.of(
                        "accounts",
                        "registrations",
                        "replaced",
                        "history",
                        "attendance",
                        "certificates",
                        "ledger",
                        "claims")
                .indexOf(kind);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /** What would go now. Changes nothing. */
    public Plan plan(Actor actor, String typed) {
        actor.require(Role.NSI);
        String email = checked(typed);
        List<Ending> endings = schedule.features().stream()
                .flatMap(feature -> feature.endings(email).stream())
                .sorted(Comparator.comparing(Ending::kept).thenComparing(Ending::kind))
                .toList();
        return new Plan(email, endings, Hashes.sha256(email + endings));
    }

    List<Subject> subjects(String email) {
        return schedule.features().stream()
                .flatMap(feature -> feature.subjects(email).stream())
                .toList();
    }

    List<PersonalRecords> features() {
        return schedule.features();
    }

    static String checked(String email) {
        Input input = new Input();
        String checked = input.email("email", "E-Mail-Adresse", email);
        input.throwIfWrong();
        // However it was written when it came in, that decides whose it is (R37).
        return EmailAddress.keyOf(checked);
    }
}
