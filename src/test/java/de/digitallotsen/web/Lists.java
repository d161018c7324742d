package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import io.restassured.response.Response;

/** Lists of registrations, as the NSI sends them. */
final class Lists {

    private Lists() {}

    /** Sends one person of each Kommune for a seminar; the address of the check page. */
    static String sent(Visitor nsi, long seminar, List<String> kommunen) {
        String csv = "Kommune;Termin;Vorname;Nachname;E-Mail;Funktion;Bedarf;Warteliste\r\n"
                + kommunen.stream()
                        .map(ars -> ars + ";" + seminar + ";Anna;Liste;anna." + ars + "@liste.example;;;\r\n")
                        .collect(Collectors.joining());
        Response sent = nsi.bare()
                .multiPart(Visitor.TOKEN, nsi.token())
                .multiPart("file", "liste.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/anmeldungen/einlesen");
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
        return sent.header("Location").replaceFirst("^https?://[^/]+", "");
    }
}
