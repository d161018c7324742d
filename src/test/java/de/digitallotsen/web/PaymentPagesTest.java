package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the claim over its payment to what everybody reads of it. */
@PortalTest
class PaymentPagesTest {

    private static final String REFERENCE = "0420-<script>alert(1)</script>";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    ClaimFixture claims;

    @Inject
    MailFixture mails;

    private User cashier;
    private Visitor ministry;
    private long claim;
    private String page;

    @BeforeEach
    void an_approved_claim() {
        cashier = given.account(Role.MINISTRY, null);
        claim = claims.readyFor("/mittelabrufe/{id}/zahlung").id();
        page = "/mittelabrufe/" + claim + "/zahlung";
        ministry = Visitor.signedIn(cashier);
        mails.composeAll();
    }

    private String[] fields(String amount) {
        String[] fields = claims.paymentForm(claim);
        fields[3] = amount;
        fields[5] = REFERENCE;
        return fields;
    }

    private static String path(Response redirect) {
        assertThat(redirect.statusCode()).as(redirect.asString()).isEqualTo(303);
        return redirect.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void shows_before_what_it_does_and_does_just_that() {
        assertThat(ministry.get("/mittelabrufe/" + claim).asString()).contains("href=\"" + page + "\"");
        String check = path(ministry.send(page, fields("500,00")));
        Map<String, List<String>> before = Changes.content(database);
        Response shown = ministry.get(check);
        assertThat(Changes.content(database)).isEqualTo(before);
        assertThat(shown.asString())
                .contains("Zahlung des Mittelabrufs 2027-001 prüfen")
                .contains("<strong>Wertstellung 13.02.2027, Kassenzeichen 0420-&lt;script&gt;")
                .contains("<strong>500,00\u00a0€</strong>")
                .contains("E-Mail")
                .contains("Mittelabruf gezahlt")
                .doesNotContain("<script>alert");
        String result = path(ministry.sendForm(shown, check));
        assertThat(ministry.get(result).asString())
                .contains("Die Zahlung ist vermerkt.")
                .contains("Zum Mittelabruf");
        assertThat(path(ministry.sendForm(shown, check))).as("a second click").isEqualTo(result);
        assertThat(database.rows("select count(*) from claim_payment")).containsExactly("1");
        assertThat(ministry.get("/mittelabrufe/" + claim).asString())
                .contains("Wertstellung 13.02.2027")
                .contains("Zahlung vermerkt</td>")
                .doesNotContain("<script>alert")
                .doesNotContain("href=\"" + page + "\"");
        assertThat(ministry.get("/budget").asString())
                .contains("festgestellt")
                .contains("Festgestellt 500,00\u00a0€, abgerufen 500,00\u00a0€, gezahlt 500,00\u00a0€.")
                .contains("Was diese Wörter bedeuten");
        assertThat(ministry.get("/protokoll?gegenstand=claim").asString()).contains("Kassenzeichen", "Wertstellung");
        mails.composeAll();
        assertThat(mails.kinds()).contains("CLAIM_SUBMITTED MINISTRY", "CLAIM_APPROVED NSI", "CLAIM_PAID NSI");
    }

    @Test
    void what_is_wrong_stands_in_the_form() {
        assertThat(ministry.send(page, fields("fünfhundert")).asString()).contains("zum Beispiel 1.234,50");
        Response other = ministry.send(page, fields("499,00"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.asString()).contains("lautet über 500,00\u00a0€, Sie haben 499,00\u00a0€ angegeben");
        Response empty = ministry.send(page);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.asString())
                .contains("Bitte geben Sie „Wertstellung“ an.", "Bitte geben Sie „Kassenzeichen“ an.");
        assertThat(ministry.get("/mittelabrufe/999/zahlung").statusCode()).isEqualTo(404);
        assertThat(ministry.send("/mittelabrufe/999/zahlung", fields("500,00")).statusCode())
                .isEqualTo(404);
        assertThat(database.number("select count(*) from claim_payment")).isZero();
    }

    /** Sent back once: as soon as it is submitted again, the box that says so is gone, and the remark stays below. */
    @Test
    void the_box_of_a_return_goes_and_the_remark_stays_in_the_history() {
        long returned = claims.readyFor("/mittelabrufe/{id}").id();
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        assertThat(nsi.get("/mittelabrufe/" + returned).asString()).contains("Zurückgegeben am", "Bitte prüfen");
        nsi.send("/mittelabrufe/" + returned + "/einreichen");
        String page = nsi.get("/mittelabrufe/" + returned).asString();
        assertThat(page)
                .doesNotContain("Zurückgegeben am")
                .contains("Bitte prüfen")
                .contains("Summe</th>");
        assertThat(Visitor.signedIn(cashier)
                        .get("/mittelabrufe/" + returned)
                        .asString()
                        .replaceAll("\\s+", " "))
                .as("the button below the lines")
                .matches(".*Summe</th>.*Genehmigen</span>.*");
        assertThat(Program.of(cashier).get("/api/v1/claims/" + returned).<List<String>>path("history.act"))
                .containsExactly("PREPARED", "SUBMITTED", "RETURNED", "SUBMITTED");
        assertThat(Program.of(cashier).get("/api/v1/claims/" + returned).<String>path("history[2].remark"))
                .isEqualTo("Bitte prüfen");
    }

    @Test
    void programs_say_the_same() {
        assertThat(Program.of(cashier)
                        .body(Map.of("valueDate", "2027-02-13", "amountCents", 1, "reference", "1"))
                        .post("/api/v1/claims/" + claim + "/payment")
                        .<String>path("code"))
                .isEqualTo("AMOUNT_DIFFERS");
        Response paid =
                Program.of(cashier).body(claims.paymentBody(claim)).post("/api/v1/claims/" + claim + "/payment");
        assertThat(paid.statusCode()).as(paid.asString()).isEqualTo(200);
        assertThat(paid.<String>path("payment.valueDate")).isEqualTo("2027-02-13");
        assertThat(paid.<String>path("payment.reference")).isEqualTo("0420 1234 5678");
        assertThat(paid.<Integer>path("payment.amountCents")).isEqualTo(50_000);
        assertThat(paid.<Integer>path("lines[0].feeCents")).isEqualTo(100_000);
        Response budget = Program.of(cashier).get("/api/v1/budget");
        assertThat(budget.<Integer>path("claimedCents")).isEqualTo(50_000);
        assertThat(budget.<Integer>path("paidCents")).isEqualTo(50_000);
        assertThat(Program.of(cashier).get("/api/v1/claims.csv").asString()).contains(";13.02.2027;0420 1234 5678");
    }
}
