package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.shared.Role;
import de.digitallotsen.web.AccessMatrix.Who;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Auditors read whatever the Ministry reads and change nothing: no page shows them anything that acts. */
@PortalTest
class AuditorTest {

    private static final Pattern FORM = Pattern.compile("<form[^>]*method=\"post\"[^>]*action=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"?#]*)");

    /** What everybody may send who is signed in, and the names for an examination. */
    private static final Pattern HARMLESS = Pattern.compile(
            "/ausloggen|/sitzung|/pruefen(/datei)?|/konto(/.*)?|/passwort-vergessen|/verwendungsnachweis/mit-namen");

    private static final Pattern FORMS_OF_THE_MINISTRY = Pattern.compile(
            "/budget/anpassen|/zeitraeume/\\d+/(uebertragen|zurueckziehen)|/abdeckung/fruehere|/anmeldungen.*"
                    + "|/mittelabrufe/\\d+/zahlung");

    private static final Set<String> NO_PAGES = Set.of("ending", "pdf", "/api/", "ics", "/html");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    RouteVisits visits;

    @Inject
    ClaimFixture claims;

    static List<String> pages() {
        return AccessMatrix.routes().stream()
                .filter(row -> row.startsWith("GET ") && row.endsWith(" 200"))
                .map(row -> row.split(" ")[1])
                .filter(route -> NO_PAGES.stream().noneMatch(route::contains))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_page_shows_anything_that_acts(String route) {
        visits.prepareFor(route);
        given.registered(given.staffOf(Given.SOTTRUM), given.aSeminar().published());
        Response page = visits.ask("GET", route, visits.userOf(Who.AUDITOR));
        assertHarmless(page);
    }

    private static void assertHarmless(Response page) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(found(FORM, page))
                .allMatch(action -> HARMLESS.matcher(action).matches());
        assertThat(found(LINK, page))
                .noneMatch(href -> FORMS_OF_THE_MINISTRY.matcher(href).matches());
    }

    private static List<String> found(Pattern pattern, Response page) {
        return pattern.matcher(page.asString())
                .results()
                .map(hit -> hit.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"genehmigen", "zahlung", "zurueckgeben"})
    void a_claim_shows_no_step_to_take(String step) {
        long claim = claims.readyFor("/mittelabrufe/{id}/" + step).id();
        assertHarmless(auditing().get("/mittelabrufe/" + claim));
        assertThat(auditing().get("/budget").asString()).doesNotContain("Aufgaben");
    }

    private Visitor auditing() {
        return Visitor.signedIn(given.account(Role.AUDITOR, null));
    }

    @Test
    void has_the_ways_of_the_ministry_and_begins_where_it_begins() {
        Visitor auditor = auditing();
        assertThat(auditor.get("/start").header("Location")).endsWith("/budget");
        Visitor ministry = Visitor.signedIn(given.account(Role.MINISTRY, null));
        assertThat(ways(auditor)).isEqualTo(ways(ministry)).contains("/protokoll", "/einstellungen");
        assertThat(auditor.get("/budget").asString())
                .contains("Rechnungsprüfung")
                .contains("Buchungen");
    }

    private static List<String> ways(Visitor visitor) {
        String page = visitor.get("/budget").asString();
        String navigation = page.substring(page.indexOf("<nav"), page.indexOf("</nav>"));
        return LINK.matcher(navigation).results().map(hit -> hit.group(1)).toList();
    }

    @Test
    void sees_the_accounts_of_the_ministry_without_the_means_to_change_them() {
        User colleague = given.account(Role.MINISTRY, null);
        Visitor.signedIn(colleague).send("/zugaenge", "role", "AUDITOR", "email", "neu@rechnungshof.example");
        Visitor auditor = auditing();
        Response list = auditor.get("/zugaenge");
        assertHarmless(list);
        assertThat(list.asString()).contains(colleague.email()).contains("neu@rechnungshof.example");
        assertHarmless(auditor.get("/zugaenge/" + colleague.id()));
    }

    @Test
    void reads_the_settings_in_words() {
        assertThat(auditing().get("/einstellungen").asString())
                .contains("50\u00a0%")
                .contains("über das ganze Programm")
                .doesNotContain("<select");
    }

    @Test
    void gets_names_only_with_a_reason_that_is_audited() {
        Visitor auditor = auditing();
        assertThat(auditor.send("/verwendungsnachweis/mit-namen", "ending", "xlsx", "reason", "")
                        .statusCode())
                .isEqualTo(400);
        String reason = "Stichprobe nach § 44 LHO";
        assertThat(auditor.send("/verwendungsnachweis/mit-namen", "ending", "xlsx", "reason", reason)
                        .statusCode())
                .isEqualTo(200);
        assertThat(database.text("select actor_role, text from audit_entry join audit_text on entry_id = id"
                        + " where action = 'proof-of-use.names'"))
                .startsWith("AUDITOR")
                .contains(reason);
        assertThat(auditor.get("/protokoll").asString()).contains(reason);
    }

    @Test
    void does_not_read_reasons_that_may_name_people() {
        String reference =
                given.registered(given.staffOf(Given.SOTTRUM), given.aSeminar().published());
        Visitor.signedIn(given.account(Role.NSI, null))
                .send("/anmeldungen/" + reference + "/betrag", "dueCents", "0,01", "reason", "Frau Geheim ist krank");
        assertThat(database.rows("select entry_id from audit_text where text like '%Geheim%'"))
                .isNotEmpty();
        Stream.of("/protokoll", "/protokoll.csv").forEach(page -> {
            Response read = auditing().get(page);
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.asString()).contains("Begründung beim NSI").doesNotContain("Geheim");
        });
    }
}
