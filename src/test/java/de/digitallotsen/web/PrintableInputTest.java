package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R38: what no document can print is said at the form, naming the letter, and nothing is stored. */
@PortalTest
class PrintableInputTest {

    @Inject
    Given given;

    private long seminar;
    private User staff;
    private User nsi;

    @BeforeEach
    void people() {
        seminar = given.aSeminar().published();
        staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        nsi = given.account(Role.NSI, null);
    }

    @ParameterizedTest
    @CsvSource({
        "participant.firstName,陳,陳",
        "participant.lastName,Anna 😀,😀",
        "participant.jobTitle,محمد,م",
        "participant.accessibilityNeeds,नमस्ते,न",
        "participant.lastName,𝐌üller,𝐌"
    })
    void a_program_is_told_the_field_and_the_letter(String field, String value, String letter) {
        Response answer = Program.of(staff)
                .body(Bodies.with(Bodies.registration(seminar), field, value))
                .post("/api/v1/registrations");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<List<String>>path("violations.field")).containsExactly(field);
        assertThat(answer.<String>path("violations[0].code")).isEqualTo("NOT_PRINTABLE");
        assertThat(answer.<String>path("violations[0].message")).contains("„" + letter + "“");
        assertThat(Program.of(staff).get("/api/v1/registrations").<Integer>path("total"))
                .isZero();
    }

    @Test
    void a_person_reads_it_at_the_field() {
        String[] fields = Bodies.registrationForm(seminar);
        fields[5] = "陳";
        Response page = Visitor.signedIn(staff).send("/anmeldungen/neu", fields);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString()).contains("das Zeichen „陳“").contains("value=\"陳\"");
    }

    @Test
    void titles_and_venues_are_printed_too() {
        for (String field : List.of("title", "venue")) {
            Response answer = Program.of(nsi)
                    .body(Bodies.with(Bodies.seminar(0), field, "Hannover 🏛"))
                    .post("/api/v1/seminars");
            assertThat(answer.<List<String>>path("violations.code")).containsExactly("NOT_PRINTABLE");
        }
    }

    @Test
    void other_violations_have_no_code_and_a_search_may_be_for_anything() {
        Response answer = Program.of(staff)
                .body(Bodies.with(Bodies.registration(seminar), "participant.firstName", ""))
                .post("/api/v1/registrations");
        assertThat(answer.asString()).contains("participant.firstName").doesNotContain("\"code\":null");
        assertThat(Program.of(staff).get("/api/v1/kommunen?q=%F0%9F%98%80").statusCode())
                .isEqualTo(200);
    }
}
