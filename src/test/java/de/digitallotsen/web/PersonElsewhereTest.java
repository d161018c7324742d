package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks for a person who is registered by another Kommune learns that it cannot be, and nothing of that
 * registration: not where, when, or under which number; whichever way the question goes.
 */
@PortalTest
class PersonElsewhereTest {

    @Inject
    Given given;

    private long other;
    private Map<String, Object> asked;
    private String reference;
    private User sottrum;

    @BeforeEach
    void somebodyOfLangenhagen() {
        long theirs = given.aSeminar().beginningOn(LocalDate.of(2027, 6, 14)).published();
        other = given.aSeminar().published();
        asked = Bodies.registration(theirs);
        User langenhagen = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        reference = Program.of(langenhagen)
                .body(asked)
                .post("/api/v1/registrations")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
        asked.put("seminarId", other);
        sottrum = given.account(Role.KOMMUNE, Given.SOTTRUM);
    }

    private void assertTellsNothing(Response answer, String way) {
        assertThat(answer.asString())
                .as(way)
                .contains("ist schon angemeldet")
                .doesNotContain(reference)
                .doesNotContain(reference.substring(0, 4) + "-")
                .doesNotContain("Langenhagen")
                .doesNotContain("14.06.2027")
                .doesNotContain("2027-06-14");
    }

    @Test
    void no_program_of_another_kommune_learns_more() {
        RequestSpecification program = Program.of(sottrum);
        assertTellsNothing(program.body(asked).post("/api/v1/registrations/preview"), "preview");
        assertTellsNothing(program.body(asked).post("/api/v1/registrations"), "registration");
        assertTellsNothing(
                program.body(List.of(asked)).post("/api/v1/registrations/batch?dryRun=true"), "preview of many");
        assertTellsNothing(program.body(List.of(asked)).post("/api/v1/registrations/batch"), "many");
        assertTellsNothing(program.body(List.of(asked)).post("/api/v1/registrations/batch?together=true"), "together");
        String own = given.registered(given.staffOf(Given.SOTTRUM), other);
        assertTellsNothing(
                program.body(Map.of("participant", asked.get("participant")))
                        .post("/api/v1/registrations/" + own + "/substitution"),
                "substitution");
    }

    @Test
    void no_page_tells_more() {
        @SuppressWarnings("unchecked")
        String email = ((Map<String, String>) asked.get("participant")).get("email");
        String[] form = Bodies.with(Bodies.registrationForm(other), "participant.email", email);
        assertTellsNothing(Visitor.signedIn(sottrum).send("/anmeldungen/neu", form), "form");
    }

    @Test
    void the_own_kommune_learns_which_registration_it_is() {
        assertThat(Program.of(given.account(Role.KOMMUNE, Given.LANGENHAGEN))
                        .body(asked)
                        .post("/api/v1/registrations/preview")
                        .asString())
                .contains("14.06.2027");
    }

    @Test
    void a_preview_of_many_has_the_limits_of_the_registration_itself() {
        RequestSpecification program = Program.of(sottrum);
        for (List<?> wrong : List.of(List.of(), Collections.nCopies(201, asked))) {
            JsonContractTest.assertProblem(
                    program.body(wrong).post("/api/v1/registrations/batch?dryRun=true"), 400, "INVALID_INPUT");
        }
    }
}
