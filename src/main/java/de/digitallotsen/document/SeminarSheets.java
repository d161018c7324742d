package de.digitallotsen.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.paper.Print;
import de.digitallotsen.paper.Sender;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** What the NSI takes into the room: the list that people sign, and the signs on the tables. */
@ApplicationScoped
public class SeminarSheets {

    /** Lines for people who turn up all the same. */
    private static final int BLANK_LINES = 5;
    /** So many fields to sign fit beside the names. */
    private static final int DAYS_ABREAST = 4;
    /** Longer names are printed smaller, so that they stay on one or two lines. */
    private static final int LONG_NAME = 18;

    private static final int VERY_LONG_NAME = 34;
    private static final Set<RegistrationStatus> SEATED =
            Set.of(RegistrationStatus.CONFIRMED, RegistrationStatus.ATTENDED);

    private final SeminarSearch seminars;
    private final RegistrationSearch registrations;
    private final Print print;

    SeminarSheets(SeminarSearch seminars, RegistrationSearch registrations, Print print) {
        this.seminars = seminars;
        this.registrations = registrations;
        this.print = print;
    }

    /** One line to sign; name and first name only: the list needs no more (DSGVO Art. 5). */
    public record Line(int number, String lastName, String firstName) {}

    /** A day to sign for: the day, and its times. */
    public record Day(String date, String times) {
        static Day of(SeminarDay day) {
            return new Day(
                    German.dateWithWeekday(day.date()),
                    German.time(day.begin()) + "–" + German.time(day.end()) + "\u00a0Uhr");
        }
    }

    /** @param blocks days that stand side by side; each block is a table of its own */
    @CheckedTemplate(basePath = "document", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AttendanceSheet(
            Sender sender, SeminarFacts seminar, List<List<Day>> blocks, List<Line> lines, List<Integer> blank)
            implements TemplateInstance {}

    /** @param size of the letters: large, medium or small */
    public record Sign(String name, String kommune, String size) {
        static Sign of(Registration registration) {
            String name = registration.participant().fullName();
            return new Sign(
                    name,
                    registration.kommune().displayName(),
                    name.length() > VERY_LONG_NAME ? "small-name" : name.length() > LONG_NAME ? "medium" : "large");
        }
    }

    @CheckedTemplate(basePath = "document", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignSheet(Sender sender, SeminarFacts seminar, List<Sign> signs) implements TemplateInstance {}

    /**
     * A4 landscape, a field to sign per day, and some blank lines; for the NSI.
     *
     * @throws de.digitallotsen.shared.RefusedException NOT_FOUND
     */
    public PdfFile attendanceList(Actor actor, long seminarId) {
        Seminar seminar = require(actor, seminarId);
        List<Registration> seated = seated(actor, seminarId);
        List<Line> lines = new ArrayList<>();
        for (Registration registration : seated) {
            Participant person = registration.participant();
            lines.add(new Line(lines.size() + 1, person.lastName(), person.firstName()));
        }
        List<Integer> blank = IntStream.rangeClosed(lines.size() + 1, lines.size() + BLANK_LINES)
                .boxed()
                .toList();
        return print.file(
                "anwesenheitsliste-" + seminar.firstDay() + ".pdf",
                new AttendanceSheet(print.sender(), SeminarFacts.of(seminar), blocks(seminar.days()), lines, blank));
    }

    /**
     * Two a page, to be folded; for the NSI.
     *
     * @throws de.digitallotsen.shared.RefusedException NOT_FOUND
     */
    public PdfFile nameSigns(Actor actor, long seminarId) {
        Seminar seminar = require(actor, seminarId);
        List<Sign> signs = seated(actor, seminarId).stream().map(Sign::of).toList();
        return print.file(
                "tischschilder-" + seminar.firstDay() + ".pdf",
                new SignSheet(print.sender(), SeminarFacts.of(seminar), signs));
    }

    private Seminar require(Actor actor, long seminarId) {
        actor.require(Role.NSI);
        return seminars.require(actor, seminarId).seminar();
    }

    /** Whoever has a seat, by name. */
    private List<Registration> seated(Actor actor, long seminarId) {
        return registrations
                .find(
                        actor,
                        RegistrationSearch.Filter.ofSeminar(seminarId),
                        RegistrationSearch.Order.NAME,
                        Page.Request.everything())
                .items()
                .stream()
                .map(RegistrationSearch.RegistrationView::registration)
                .filter(registration -> SEATED.contains(registration.status()))
                .toList();
    }

    private static List<List<Day>> blocks(List<SeminarDay> days) {
        List<List<Day>> blocks = new ArrayList<>();
        for (int i = 0; i < days.size(); i += DAYS_ABREAST) {
            blocks.add(days.subList(i, Math.min(days.size(), i + DAYS_ABREAST)).stream()
                    .map(Day::of)
                    .toList());
        }
        return blocks;
    }
}
