package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lists, mails and people on the phone name a date by its number: so it stands wherever a date is shown or chosen. */
@PortalTest
class DateNumbersTest {

    @Inject
    Given given;

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replace("&nbsp;", " ").replaceAll("[\\s\u00a0]+", " ");
    }

    @Test
    void every_date_shows_its_number_to_everybody() {
        long seminar = given.aSeminar().published();
        long other = given.aSeminar().published();
        User staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        String reference = given.registered(staff.asActor(), seminar);
        Visitor kommune = Visitor.signedIn(staff);
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        for (Visitor visitor : List.of(Visitor.anonymous(), kommune, nsi)) {
            assertThat(words(visitor.get("/seminare").asString())).contains("Nummer: " + seminar, "Nummer: " + other);
            assertThat(words(visitor.get("/seminare/" + seminar).asString())).contains("Nummer " + seminar);
        }
        for (String form : List.of("/anmeldungen/neu", "/anmeldungen/zu-zweit")) {
            assertThat(options(kommune.get(form).asString()))
                    .as(form)
                    .anyMatch(option -> option.contains("Nr. " + seminar))
                    .anyMatch(option -> option.contains("Nr. " + other));
        }
        assertThat(options(
                        kommune.get("/anmeldungen/" + reference + "/umbuchen").asString()))
                .anyMatch(option -> option.contains("Nr. " + other));
        assertThat(words(kommune.get("/anmeldungen/" + reference).asString())).contains("Nr. " + seminar);
    }

    private static List<String> options(String html) {
        return Stream.of(html.split("<option"))
                .skip(1)
                .map(option -> words("<" + option.split("</option>")[0]))
                .toList();
    }
}
