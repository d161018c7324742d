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
import org.junit.jupiter.api.Test;

/** The settings of the programme on the page and for programs. */
@PortalTest
class SettingsTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Test
    void belong_to_the_ministry_alone() {
        for (User other : List.of(given.account(Role.NSI, null), given.account(Role.KOMMUNE, Given.LANGENHAGEN))) {
            assertThat(Program.of(other).get("/api/v1/programme").statusCode()).isEqualTo(403);
            assertThat(Program.of(other)
                            .body(Bodies.programme())
                            .put("/api/v1/programme")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(Visitor.signedIn(other).get("/einstellungen").statusCode())
                    .isEqualTo(403);
            assertThat(Visitor.signedIn(other)
                            .send("/einstellungen", Bodies.programmeForm())
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(Program.anonymous().get("/api/v1/programme").statusCode()).isEqualTo(401);
        assertThat(database.number("select places_per_kommune from programme")).isEqualTo(2);
    }

    @Test
    void are_read_and_changed_by_programs() {
        User ministry = given.account(Role.MINISTRY, null);
        Map<String, Object> before =
                Program.of(ministry).get("/api/v1/programme").path("");
        assertThat(before)
                .containsEntry("subsidyRateBasisPoints", 5_000)
                .containsEntry("placesPerKommune", 2)
                .containsEntry("capScope", "PROGRAMME")
                .containsEntry("version", 0)
                .containsEntry("warningPercents", List.of(80, 95, 100));
        Response changed = Program.of(ministry).body(Bodies.programme()).put("/api/v1/programme");
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.<Map<String, Object>>path(""))
                .containsEntry("placesPerKommune", 3)
                .containsEntry("version", 1);
        JsonContractTest.assertProblem(
                Program.of(ministry).body(Bodies.programme()).put("/api/v1/programme"), 409, "STALE");
        JsonContractTest.assertProblem(
                Program.of(ministry)
                        .body(Bodies.with(Bodies.with(Bodies.programme(), "version", 1), "placesPerKommune", 5))
                        .put("/api/v1/programme"),
                400,
                "INVALID_INPUT");
        assertThat(Program.of(ministry).put("/api/v1/programme").statusCode()).isEqualTo(400);
    }

    @Test
    void are_changed_on_the_page_and_come_back_with_what_was_typed() {
        Visitor ministry = Visitor.signedIn(given.account(Role.MINISTRY, null));
        assertThat(ministry.get("/einstellungen").asString())
                .contains("value=\"50\"", "name=\"version\" value=\"0\"", "Digital-Lotse werden")
                .containsSubsequence(
                        "name=\"days1\"",
                        "value=\"15\"",
                        "name=\"share1\"",
                        "value=\"50\"",
                        "name=\"days2\"",
                        "value=\"0\"",
                        "name=\"share2\"",
                        "value=\"100\"");
        String[] form = Bodies.programmeForm();
        form[form.length - 1] = "";
        Response wrong = ministry.send("/einstellungen", form);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString()).contains("id=\"reason-error\"");
        assertThat(ministry.sendAndConfirm("/einstellungen", Bodies.programmeForm())
                        .statusCode())
                .isEqualTo(303);
        Response slower = ministry.send("/einstellungen", Bodies.programmeForm());
        assertThat(slower.statusCode()).isEqualTo(409);
        assertThat(slower.asString())
                .contains("Jemand anderes hat diesen Eintrag inzwischen geändert", "name=\"version\" value=\"1\"");
        assertThat(ministry.get("/protokoll").asString())
                .contains("hat die Einstellungen des Förderprogramms geändert", "Förderplätze je Kommune");
    }
}
