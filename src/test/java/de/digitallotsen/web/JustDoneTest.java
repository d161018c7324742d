package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What a page says was done was done: just now, by whoever reads it, and it is said once. */
@PortalTest
class JustDoneTest {

    private static final String NOTE = "page-note";

    @Inject
    Given given;

    private static String path(Response redirect) {
        assertThat(redirect.statusCode()).as(redirect.asString()).isEqualTo(303);
        return redirect.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void an_address_alone_says_nothing_whatever_it_claims() {
        User account = given.account(Role.NSI, null);
        long seminar = given.aSeminar().published();
        String reference = given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        Visitor visitor = Visitor.signedIn(account);
        ResourceBundle texts = ResourceBundle.getBundle("messages.texts");
        List<String> claims = texts.keySet().stream()
                .filter(key -> key.startsWith("done."))
                .map(key -> key.substring("done.".length()))
                .toList();
        assertThat(claims).hasSizeGreaterThan(40);
        for (String claim : claims) {
            assertThat(visitor.get("/anmeldungen/" + reference + "/ergebnis?meldung=" + claim)
                            .asString())
                    .as(claim)
                    .doesNotContain(NOTE);
        }
        for (String page : List.of("/anmeldungen/" + reference, "/seminare/" + seminar, "/konto", "/hilfe", "/")) {
            assertThat(visitor.get(page + "?meldung=storniert").asString())
                    .as(page)
                    .doesNotContain(NOTE);
        }
        assertThat(Visitor.anonymous().get("/einloggen?meldung=passwort-neu").asString())
                .doesNotContain(NOTE);
    }

    @Test
    void it_is_said_once_and_on_that_page_only() {
        User account = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        String other = given.registered(account.asActor(), given.aSeminar().published());
        String reference = given.registered(account.asActor(), given.aSeminar().published());
        Visitor visitor = Visitor.signedIn(account);
        String form = "/anmeldungen/" + reference + "/stornieren";
        String result = path(visitor.sendForm(visitor.get(form), form));
        assertThat(visitor.get(result.replace(reference, other)).asString())
                .as("another registration, which stands")
                .doesNotContain(NOTE);
        assertThat(visitor.get(result.replaceFirst("\\?.*", "")).asString())
                .as("without asking for it")
                .doesNotContain(NOTE);
        assertThat(Visitor.signedIn(account).get(result).asString())
                .as("another browser")
                .doesNotContain(NOTE);
        assertThat(visitor.get(result).asString()).contains(NOTE, "Die Anmeldung ist storniert.");
        assertThat(visitor.get(result).asString()).as("once more").doesNotContain(NOTE);
    }

    @Test
    void it_is_said_before_signing_in_too() {
        Visitor visitor = Visitor.signedIn(given.account(Role.KOMMUNE, Given.LANGENHAGEN));
        String away = path(visitor.send("/ausloggen"));
        assertThat(visitor.get(away).asString()).contains("Sie sind ausgeloggt.");
        assertThat(visitor.get(away).asString()).doesNotContain("Sie sind ausgeloggt.");
    }
}
