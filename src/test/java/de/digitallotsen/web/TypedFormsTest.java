package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, dates and times go through the forms as people type them; what is refused is said in the field's unit. */
@PortalTest
class TypedFormsTest {

    @Inject
    Given given;

    @Inject
    Database database;

    private static String text(Response page) {
        return page.asString().replace('\u00a0', ' ').replace("&nbsp;", " ");
    }

    @Test
    void plan_a_seminar_with_what_people_type() {
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        String[] form = Bodies.seminarForm();
        String[][] typed = {
            {"day1", "3.5.27"}, {"begin1", "9 Uhr"}, {"end1", "16.30"},
            {"day2", "4. Mai 2027"}, {"begin2", "0930"}, {"end2", "16:00 Uhr"},
            {"day3", "Do., 6.5.2027"}, {"capacity", "\u00a020"}, {"fee", "1 000,- €"},
            {"opensDate", "2.2.27"}, {"opensTime", "8"}, {"closesTime", "18 Uhr"}
        };
        for (String[] field : typed) {
            form = Bodies.with(form, field[0], field[1]);
        }
        Response planned = nsi.send("/seminare/neu", form);
        assertThat(planned.statusCode()).as(planned.asString()).isEqualTo(303);
        assertThat(database.rows("select day, begins, ends from seminar_day order by day"))
                .containsExactly(
                        "2027-05-03 09:00:00 16:30:00", "2027-05-04 09:30:00 16:00:00", "2027-05-06 09:00:00 16:00:00");
        assertThat(database.rows("select capacity, fee_cents, opens_at from seminar"))
                .singleElement()
                .asString()
                .startsWith("20 100000 2027-02-02 07:00:00");
        String page = text(nsi.get(planned.header("Location")));
        assertThat(page).as("what was read is shown").contains("1.000,00 €", "03.05.2027", "09:30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fee | 150.000,00 | „Teilnahmeentgelt in Euro“ muss zwischen 0,00 € und 100.000,00 € liegen.",
                "fee | 1.000.00 | Bitte geben Sie den Betrag in Euro an, zum Beispiel 1.234,50.",
                "capacity | 5.000 | „Plätze“ muss zwischen 1 und 500 liegen.",
                "capacity | 20,5 | Bitte geben Sie die Zahl der Plätze als ganze Zahl an, zum Beispiel 20.",
                "day1 | 3/5/2027 | Bitte geben Sie bei „Tag 1“ ein Datum an, zum Beispiel 03.02.2027.",
                "begin1 | 9:3 | Bitte geben Sie bei „Tag 1 von“ eine Uhrzeit an, zum Beispiel 09:00."
            })
    void say_what_is_wrong_in_the_unit_of_the_field(String field, String typed, String message) {
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        Response refused = nsi.send("/seminare/neu", Bodies.with(Bodies.seminarForm(), field, typed));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains(message).contains("value=\"" + typed + "\"");
        assertThat(database.number("select count(*) from seminar")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/zeitraeume | budget | 2.000.000.000,00 | muss zwischen 0,00 € und 1.000.000.000,00 € liegen.",
                "/zeitraeume | firstDay | 1/1/2029 | Bitte geben Sie bei „Erster Tag“ ein Datum an",
                "/budget/anpassen | amount | 2.000.000.000,00 | und 1.000.000.000,00 € liegen.",
                "/einstellungen | rate | 101 | Bitte geben Sie einen Anteil von 0 bis 100 Prozent an",
                "/einstellungen | places | 1.000 | muss zwischen 1 und 4 liegen.",
                "/einstellungen | attendanceDays | zwei | Bitte geben Sie eine ganze Zahl an."
            })
    void say_so_in_the_forms_of_the_ministry(String path, String field, String typed, String message) {
        Visitor ministry = Visitor.signedIn(given.account(Role.MINISTRY, null));
        String[] form = switch (path) {
            case "/zeitraeume" ->
                new String[] {"firstDay", "1.1.29", "lastDay", "31.12.2029", "budget", "1.000", "reason", "Erlass"};
            case "/einstellungen" -> Bodies.programmeForm();
            default -> new String[] {"direction", "raise", "amount", "1", "reason", "Erlass"};
        };
        Response refused = ministry.send(path, Bodies.with(form, field, typed));
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(text(refused)).contains(message);
    }

    @Test
    void take_percents_and_days_with_their_units() {
        Visitor ministry = Visitor.signedIn(given.account(Role.MINISTRY, null));
        String[] form = Bodies.programmeForm();
        String[][] typed = {
            {"rate", "33,33 %"}, {"attendanceDays", "2 Tage"}, {"warning1", "80 %"}, {"share1", "100 Prozent"}
        };
        for (String[] field : typed) {
            form = Bodies.with(form, field[0], field[1]);
        }
        confirm(ministry, ministry.send("/einstellungen", form));
        assertThat(database.rows("select subsidy_rate_basis_points, attendance_threshold_days, first_warning_percent"
                        + " from programme"))
                .containsExactly("3333 2 80");
    }

    @Test
    void open_a_period_with_what_people_type() {
        Visitor ministry = Visitor.signedIn(given.account(Role.MINISTRY, null));
        Response opened = ministry.send(
                "/zeitraeume",
                "firstDay",
                "1. Januar 2029",
                "lastDay",
                "31.12.29",
                "budget",
                "200.000,- €",
                "reason",
                "Erlass");
        confirm(ministry, opened);
        assertThat(database.rows("select p.first_day, p.last_day, b.allocated_cents from funding_period p join budget b"
                        + " on b.period_id = p.id order by p.id desc limit 1"))
                .containsExactly("2029-01-01 2029-12-31 20000000");
    }

    /** The final click on the check page that a form leads to. */
    private static void confirm(Visitor visitor, Response sent) {
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
        String check = sent.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(visitor.sendForm(visitor.get(check), check).statusCode()).isEqualTo(303);
    }
}
