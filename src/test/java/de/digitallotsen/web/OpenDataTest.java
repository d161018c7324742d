package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The open figures as others use them: what each row is about, what is hidden, and on which terms. */
@PortalTest
class OpenDataTest {

    @Inject
    Given given;

    @Inject
    AttendanceFixture held;

    private static String csv() {
        return Program.anonymous().accept("*/*").get("/api/v1/figures.csv").asString();
    }

    @Test
    void every_row_has_its_key_and_says_what_is_hidden() {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        List<String> rows = csv().lines().skip(1).toList();
        assertThat(rows)
                .isNotEmpty()
                .allMatch(row -> row.matches("[^;]+;03(\\d{3})?;[^;]+;[^;]+"))
                .contains("Teilnehmende Personen;03;Niedersachsen;verborgen")
                .contains("Teilnehmende Personen;03241;Region Hannover;verborgen");
        Response json = Program.anonymous().get("/api/v1/figures");
        assertThat(json.<List<Boolean>>path("regions.hidden")).hasSize(45).containsOnly(true);
        assertThat(json.<String>path("licence")).isEqualTo("http://dcat-ap.de/def/licenses/dl-by-de/2.0");
        assertThat(json.<String>path("title")).contains("Digital-Lotsen");
        assertThat(Visitor.anonymous().get("/zahlen").asString())
                .contains("Datenlizenz Deutschland", "href=\"/api/v1/figures/dcat.jsonld\"");
    }

    @Test
    void a_seminar_is_counted_as_held_as_the_proof_of_use_does() {
        assertThat(Program.anonymous().get("/api/v1/figures").<Integer>path("seminarsHeld"))
                .isZero();
        given.aSeminar().published();
        held.where(AttendanceFixture.ALL_DAYS, "Beispiel");
        held.where(AttendanceFixture.NOBODY_CAME, "Andere");
        Response figures = Program.anonymous().get("/api/v1/figures");
        assertThat(figures.<Integer>path("seminars")).isEqualTo(3);
        assertThat(figures.<Integer>path("seminarsHeld")).isEqualTo(2);
        User ministry = given.account(Role.MINISTRY, null);
        assertThat(Program.of(ministry).get("/api/v1/proof-of-use").<Integer>path("figures.seminars"))
                .isEqualTo(2);
    }

    @Test
    void are_described_for_portals_that_collect_such_data() {
        Response answer = Program.anonymous().accept("*/*").get("/api/v1/figures/dcat.jsonld");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/ld+json");
        var dataset = new io.restassured.path.json.JsonPath(answer.asString());
        assertThat(dataset.getString("'@type'")).isEqualTo("dcat:Dataset");
        assertThat(dataset.getString("'@context'.dcatde")).isEqualTo("http://dcat-ap.de/def/dcatde/");
        for (String field : List.of(
                "dct:title.@value",
                "dct:description.@value",
                "dct:publisher.foaf:name",
                "dcat:contactPoint.vcard:fn",
                "dct:temporal.dcat:startDate.@value",
                "dcatde:politicalGeocodingLevelURI.@id",
                "dct:modified.@value")) {
            assertThat(dataset.getString(quoted(field))).as(field).isNotBlank();
        }
        assertThat(dataset.getString(quoted("dct:spatial.@id"))).endsWith("/stateKey/03");
        List<String> files = dataset.getList("'dcat:distribution'.'dcat:downloadURL'.'@id'");
        assertThat(files).hasSize(3);
        for (String file : files) {
            String path = file.substring(file.indexOf("/api/"));
            assertThat(Program.anonymous().accept("*/*").get(path).statusCode())
                    .as("is there: %s", file)
                    .isEqualTo(200);
        }
        assertThat(dataset.<String>getList("'dcat:distribution'.'dct:license'.'@id'"))
                .containsOnly("http://dcat-ap.de/def/licenses/dl-by-de/2.0");
    }

    private static String quoted(String path) {
        return "'" + path.replace(".", "'.'") + "'";
    }
}
