package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** R30: a summary of errors says whose each is and leads to its field. */
@PortalTest
class WhoseErrorTest {

    private static final Pattern SUMMARY =
            Pattern.compile("<li><a class=\"kern-link\" href=\"#([^\"]*)\">([^<]*)</a></li>");

    @Inject
    Given given;

    @Test
    void what_two_people_lack_alike_is_said_of_each_with_a_link_to_the_field() {
        Visitor staff = Visitor.signedIn(given.account(Role.KOMMUNE, Given.LANGENHAGEN));
        Response page = staff.send(
                "/anmeldungen/zu-zweit",
                "seminarId",
                String.valueOf(given.aSeminar().published()),
                "1.lastName",
                "Eins",
                "2.lastName",
                "Zwei");
        assertThat(page.statusCode()).isEqualTo(400);
        List<String> summary = SUMMARY.matcher(page.asString())
                .results()
                .map(line -> line.group(1) + " " + line.group(2))
                .toList();
        assertThat(summary)
                .containsExactly(
                        "1.firstName Person\u00a01: Bitte geben Sie „Vorname“ an.",
                        "1.email Person\u00a01: Bitte geben Sie „Dienstliche E-Mail-Adresse“ an.",
                        "2.firstName Person\u00a02: Bitte geben Sie „Vorname“ an.",
                        "2.email Person\u00a02: Bitte geben Sie „Dienstliche E-Mail-Adresse“ an.");
        assertThat(page.asString()).contains("id=\"1.firstName\"", "id=\"2.email\"");
    }
}
