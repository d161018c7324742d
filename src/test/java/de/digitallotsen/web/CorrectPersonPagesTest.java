package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** „Angaben berichtigen“, apart from „Vertretung benennen“, on pages and interface. */
@PortalTest
class CorrectPersonPagesTest {

    @Inject
    Given given;

    @Inject
    Database database;

    private User user;
    private Visitor staff;
    private String reference;
    private String path;

    @BeforeEach
    void somebodyIsRegistered() {
        user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        staff = Visitor.signedIn(user);
        reference = given.registered(user.asActor(), given.aSeminar().published());
        path = "/anmeldungen/" + reference + "/angaben";
    }

    private String person() {
        return database.text(
                "select concat_ws('|', p.first_name, p.last_name, p.job_title) from registration r"
                        + " join participant p on p.id = r.participant_id where r.reference = ?",
                reference);
    }

    @Test
    void the_form_is_filled_in_and_the_history_says_what_was_corrected() {
        assertThat(staff.get("/anmeldungen/" + reference).asString())
                .contains("Angaben berichtigen", "Vertretung benennen");
        Response form = staff.get(path);
        assertThat(form.asString())
                .contains(
                        "name=\"participant.lastName\" type=\"text\" value=\"Beispiel\"", "value=\"Sachbearbeitung\"");
        assertThat(staff.get("/anmeldungen/" + reference + "/ersetzen").asString())
                .doesNotContain("value=\"Beispiel\"");
        Response done =
                staff.sendForm(form, path, "participant.firstName", "Anna", "participant.lastName", "Beispiel<b>");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(person()).isEqualTo("Anna|Beispiel<b>|Sachbearbeitung");
        assertThat(staff.get("/anmeldungen/" + reference).asString())
                .contains("Angaben zur Person berichtigt: Nachname; vorher Anna Beispiel (")
                .doesNotContain("Beispiel<b>");
    }

    @Test
    void what_a_colleague_has_corrected_meanwhile_stays() {
        Response mine = staff.get(path);
        Visitor colleague = Visitor.signedIn(given.account(Role.KOMMUNE, Given.LANGENHAGEN));
        colleague.sendForm(
                colleague.get(path),
                path,
                "participant.firstName",
                "Anna",
                "participant.lastName",
                "Beispiel",
                "participant.jobTitle",
                "Hauptamt");
        staff.sendForm(
                mine,
                path,
                "participant.firstName",
                "Anne",
                "participant.lastName",
                "Beispiel",
                "participant.jobTitle",
                "Sachbearbeitung");
        assertThat(person()).isEqualTo("Anne|Beispiel|Hauptamt");
    }

    @Test
    void whether_it_is_another_person_is_asked_in_the_form_and_what_was_typed_stays() {
        String[] berta = {"participant.firstName", "Berta", "participant.lastName", "Muster"};
        Response asked = staff.sendForm(staff.get(path), path, berta);
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.asString())
                .contains("Bisher Anna Beispiel, künftig Berta Muster", "Es ist dieselbe Person", "value=\"Berta\"");
        assertThat(person()).startsWith("Anna|Beispiel");
        Response done = staff.sendForm(
                asked, path, "participant.firstName", "Berta", "participant.lastName", "Muster", "samePerson", "ja");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(person()).startsWith("Berta|Muster");
    }

    @Test
    void the_interface_takes_any_subset_of_the_fields() {
        Response corrected = Program.of(user)
                .body(Map.of("lastName", "Beispiell"))
                .put("/api/v1/registrations/" + reference + "/participant");
        assertThat(corrected.statusCode()).isEqualTo(200);
        assertThat(corrected.<String>path("participant.lastName")).isEqualTo("Beispiell");
        assertThat(corrected.<String>path("participant.jobTitle")).isEqualTo("Sachbearbeitung");
        assertThat(corrected.<String>path("history[1].kind")).isEqualTo("PERSON_CORRECTED");
        assertThat(Program.of(user)
                        .body(Map.of("firstName", "Berta", "lastName", "Muster"))
                        .put("/api/v1/registrations/" + reference + "/participant")
                        .<String>path("code"))
                .isEqualTo("ANOTHER_PERSON");
        assertThat(Program.of(user)
                        .body(Map.of("email", "keine"))
                        .put("/api/v1/registrations/" + reference + "/participant")
                        .<String>path("violations[0].field"))
                .isEqualTo("participant.email");
        Map<String, List<String>> before = Changes.content(database);
        assertThat(Program.of(user)
                        .body("")
                        .put("/api/v1/registrations/" + reference + "/participant")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Changes.content(database)).isEqualTo(before);
    }
}
