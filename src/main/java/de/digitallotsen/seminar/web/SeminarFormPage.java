package de.digitallotsen.seminar.web;

import java.util.List;
import java.util.stream.IntStream;

import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The form in which a seminar is planned or changed.
 *
 * @param action where it is sent
 * @param rows for the days
 * @param people registered or waiting; they keep the fee that they registered for
 * @param published a sentence of the NSI's own can be added for those who are written to
 * @param back where it leads without being sent
 */
@CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SeminarFormPage(
        String heading, String action, Form form, List<DayRow> rows, int people, boolean published, String back)
        implements TemplateInstance {

    /** The names of the three fields of one day. */
    public record DayRow(int number, String label, String day, String begin, String end) {
        static DayRow of(int number) {
            return new DayRow(number, "Tag " + number, "day" + number, "begin" + number, "end" + number);
        }
    }

    static SeminarFormPage ofNew(Form form) {
        return new SeminarFormPage(SeminarForm.heading(true), "/seminare/neu", form, rows(form), 0, false, "/seminare");
    }

    static SeminarFormPage of(Seminar seminar, Form form) {
        return new SeminarFormPage(
                SeminarForm.heading(false),
                "/seminare/" + seminar.id() + "/bearbeiten",
                form,
                rows(form),
                seminar.seatsTaken() + seminar.waitingCount(),
                seminar.status() == SeminarStatus.PUBLISHED,
                "/seminare/" + seminar.id());
    }

    private static List<DayRow> rows(Form form) {
        return IntStream.rangeClosed(1, SeminarForm.rows(form))
                .mapToObj(DayRow::of)
                .toList();
    }
}
