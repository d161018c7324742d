package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.digitallotsen.PortalTest;
import de.digitallotsen.shared.web.PublicAddress;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Whoever has found a weakness finds out whom to tell (RFC 9116). */
@PortalTest
class SecurityContactTest {

    private static final String WHERE = "/.well-known/security.txt";

    @Inject
    PublicAddress address;

    @Test
    void names_a_contact_that_never_runs_out() {
        Response answer = RestAssured.given().get(WHERE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(answer.asString())
                .isEqualTo("Contact: mailto:sicherheit@portal.example\nExpires: 2027-07-31T00:00:00Z\n"
                        + "Preferred-Languages: de, en\n");
    }

    @Test
    void names_its_own_address_once_there_is_one() {
        address.configure("https://digitallotsen.example");
        Response answer =
                RestAssured.given().header("Host", "digitallotsen.example").get(WHERE);
        assertThat(answer.asString()).contains("Canonical: https://digitallotsen.example" + WHERE + "\n");
    }
}
