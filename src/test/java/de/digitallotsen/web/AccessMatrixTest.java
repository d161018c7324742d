package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.kommune.UploadRegister;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Table;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what: every route for everybody. A route that is not in the table fails a test, so nobody forgets to
 * decide. Whoever is refused has changed nothing.
 */
@PortalTest
class AccessMatrixTest {

    /**
     * Status by visitor: nobody; staff of the Kommune whose registration it is; staff of another Kommune; NSI;
     * Ministry. {@code login}: led to the sign-in page, and from there back.
     */
    private static final String MATRIX = """
            POST /api/v1/auth/token                              200   200 200 200 200
            POST /api/v1/auth/refresh                            200   200 200 200 200
            POST /api/v1/auth/sign-out                           401   204 204 204 204
            POST /api/v1/auth/password                           401   204 204 204 204
            GET  /api/v1/auth/sessions                           401   200 200 200 200
            POST /api/v1/auth/sign-out-everywhere                401   204 204 204 204
            POST /api/v1/auth/password-reset                     202   202 202 202 202
            POST /api/v1/auth/password-reset/completion          404   404 404 404 404
            POST /api/v1/auth/second-factor                      401   403 403 201 201
            POST /api/v1/auth/second-factor/confirmation         401   403 403 409 409
            POST /api/v1/auth/second-factor/removal              401   403 403 409 409
            GET  /api/v1/me                                      401   200 200 200 200
            GET  /api/v1/seminars                                200   200 200 200 200
            GET  /api/v1/seminars/{id}                           200   200 200 200 200
            GET  /api/v1/seminars/calendar.ics                   200   200 200 200 200
            GET  /api/v1/seminars/{id}/calendar.ics              200   200 200 200 200
            POST /api/v1/seminars                                401   403 403 201 403
            PUT  /api/v1/seminars/{id}                           401   403 403 200 403
            POST /api/v1/seminars/{id}/publication               401   403 403 200 403
            POST /api/v1/seminars/{id}/copy                      401   403 403 201 403
            GET  /api/v1/seminars/{id}/registrations             401   403 403 200 403
            GET  /api/v1/seminars/{id}/registrations.{ending}    401   403 403 200 403
            GET  /api/v1/seminars/{id}/{document}.pdf            401   403 403 200 403
            GET  /api/v1/seminars/{id}/mail-merge.{ending}       401   403 403 200 403
            GET  /api/v1/kommunen                                200   200 200 200 200
            GET  /api/v1/kommunen/{ars}                          200   200 200 200 200
            POST /api/v1/kommunen/import                         401   403 403 200 403
            POST /api/v1/registrations/preview                   401   200 200 200 403
            POST /api/v1/registrations                           401   201 404 201 403
            GET  /api/v1/registrations                           401   200 200 200 403
            GET  /api/v1/registrations.{ending}                  401   200 200 200 403
            GET  /api/v1/registrations/{reference}               401   200 404 200 403
            POST /api/v1/registrations/{reference}/cancellation  401   200 404 200 403
            POST /api/v1/registrations/batch                     401   200 200 200 403
            POST /api/v1/registrations/{reference}/substitution  401   200 404 200 403
            POST /api/v1/registrations/{reference}/rebooking     401   200 404 200 403
            POST /api/v1/registrations/{reference}/promotion     401   403 403 409 403
            POST /api/v1/registrations/{reference}/fee           401   403 403 200 403
            POST /api/v1/registrations/{reference}/correction    401   403 403 409 403
            POST /api/v1/seminars/{id}/cancellation              401   403 403 200 403
            GET  /api/v1/seminars/{id}/attendance                401   403 403 200 403
            PUT  /api/v1/seminars/{id}/attendance                401   403 403 409 403
            POST /api/v1/seminars/{id}/closing                   401   403 403 409 403
            GET  /api/v1/registrations/{reference}/{document}.pdf 401  200 404 200 403
            GET  /api/v1/registrations/{reference}/certificate   401   404 404 404 403
            POST /api/v1/registrations/{reference}/certificate/reissue 401 403 403 409 403
            POST /api/v1/registrations/{reference}/certificate/withdrawal 401 403 403 409 403
            GET  /api/v1/certificates/check                      200   200 200 200 200
            GET  /api/v1/budget                                  401   403 403 200 200
            GET  /api/v1/budget.{ending}                          401   403 403 200 200
            GET  /api/v1/budget/waiting                           401   403 403 200 200
            GET  /api/v1/budget/entries                          401   403 403 403 200
            GET  /api/v1/budget/entries.{ending}                 401   403 403 403 200
            GET  /api/v1/budget/course                           401   403 403 200 200
            GET  /api/v1/reports/forecast                        401   403 403 403 200
            GET  /api/v1/reports/forecast.{ending}                401   403 403 403 200
            GET  /api/v1/reports/coverage                        401   403 403 403 200
            GET  /api/v1/reports/coverage.{ending}               401   403 403 403 200
            GET  /api/v1/reports/coverage/kommunen               401   403 403 403 200
            POST /api/v1/places/earlier-use                      401   403 403 200 200
            GET  /api/v1/figures                                 200   200 200 200 200
            GET  /api/v1/figures.{ending}                        200   200 200 200 200
            GET  /api/v1/audit/chain                             401   403 403 200 200
            GET  /api/v1/audit.{ending}                          401   403 403 200 200
            POST /api/v1/budget/adjustments                      401   403 403 403 200
            GET  /api/v1/programme                               401   403 403 403 200
            PUT  /api/v1/programme                               401   403 403 403 200
            GET  /api/v1/periods                                 401   403 403 403 200
            GET  /api/v1/periods.{ending}                         401   403 403 403 200
            GET  /api/v1/periods/{id}                            401   403 403 403 200
            POST /api/v1/periods                                 401   403 403 403 201
            POST /api/v1/periods/{id}/carry-over                 401   403 403 403 409
            GET  /api/v1/budget/audit                            401   403 403 200 200
            GET  /api/v1/audit                                   401   403 403 200 200
            GET  /api/v1/mails                                   401   403 403 200 403
            GET  /api/v1/mails/{mail}                            401   403 403 200 403
            POST /api/v1/mails/{mail}/delivery                   401   403 403 200 403
            POST /api/v1/mails/deliveries                        401   403 403 200 403
            GET  /api/v1/accounts                                401   403 403 200 403
            GET  /api/v1/accounts/{id}                           401   403 403 200 403
            POST /api/v1/accounts/{id}/deactivation              401   403 403 200 403
            POST /api/v1/accounts/{id}/activation                401   403 403 200 403
            POST /api/v1/accounts/{id}/kommune                   401   403 403 200 403
            POST /api/v1/accounts/{id}/second-factor-removal     401   403 403 409 403
            POST /api/v1/invitations                             401   201 404 201 403
            GET  /                                               200   200 200 200 200
            GET  /antwort                                        200   200 200 200 200
            GET  /barrierefreiheit                               200   200 200 200 200
            GET  /impressum                                      200   200 200 200 200
            GET  /datenschutz                                    200   200 200 200 200
            GET  /hilfe                                          200   200 200 200 200
            GET  /pruefen                                        200   200 200 200 200
            POST /pruefen                                        200   200 200 200 200
            GET  /einloggen                                      200   303 303 303 303
            POST /einloggen                                      303   303 303 303 303
            POST /einloggen/code                                 401   401 401 401 401
            GET  /passwort-vergessen                             200   200 200 200 200
            POST /passwort-vergessen                             303   303 303 303 303
            GET  /passwort-neu/{token}                           404   404 404 404 404
            POST /passwort-neu/{token}                           404   404 404 404 404
            GET  /konto                                          login 200 200 200 200
            POST /konto/passwort                                 401   303 303 303 303
            POST /konto/ueberall-ausloggen                       401   303 303 303 303
            GET  /konto/zweiter-faktor                           login 403 403 200 200
            POST /konto/zweiter-faktor                           401   403 403 200 200
            POST /konto/zweiter-faktor/bestaetigen               401   403 403 409 409
            GET  /konto/zweiter-faktor/abschalten                login 403 403 200 200
            POST /konto/zweiter-faktor/abschalten                401   403 403 409 409
            GET  /kollegen                                       login 200 200 403 403
            POST /kollegen                                       401   200 200 403 403
            POST /ausloggen                                      303   303 303 303 303
            GET  /sitzung                                        401   204 204 204 204
            GET  /einladung/{token}                              404   404 404 404 404
            POST /einladung/{token}                              404   404 404 404 404
            GET  /start                                          login 200 200 200 303
            GET  /seminare                                       200   200 200 200 200
            GET  /seminare/{id}                                  200   200 200 200 200
            GET  /seminare/neu                                   login 403 403 200 403
            POST /seminare/neu                                   401   403 403 303 403
            GET  /seminare/{id}/bearbeiten                       login 403 403 200 403
            POST /seminare/{id}/bearbeiten                       401   403 403 303 403
            GET  /seminare/{id}/kopieren                         login 403 403 200 403
            POST /seminare/{id}/kopieren                         401   403 403 303 403
            GET  /seminare/{id}/veroeffentlichen                 login 403 403 200 403
            POST /seminare/{id}/veroeffentlichen                 401   403 403 303 403
            GET  /seminare/{id}/teilnehmende                     login 403 403 200 403
            GET  /seminare/{id}/teilnehmende.{ending}            login 403 403 200 403
            GET  /seminare/{id}/{document}.pdf                   login 403 403 200 403
            GET  /seminare/{id}/serienbrief.{ending}             login 403 403 200 403
            GET  /anmeldungen                                    login 200 200 200 403
            GET  /anmeldungen.{ending}                           login 200 200 200 403
            GET  /anmeldungen/neu                                login 200 200 200 403
            POST /anmeldungen/neu                                401   303 404 303 403
            GET  /anmeldungen/{reference}                        login 200 404 200 403
            GET  /anmeldungen/{reference}/stornieren             login 200 404 200 403
            POST /anmeldungen/{reference}/stornieren             401   303 404 303 403
            GET  /anmeldungen/zu-zweit                           login 200 200 403 403
            POST /anmeldungen/zu-zweit                           401   400 400 403 403
            GET  /anmeldungen/einlesen                           login 403 403 200 403
            POST /anmeldungen/einlesen                           401   403 403 400 403
            GET  /anmeldungen/einlesen/vorlage.{ending}          login 403 403 200 403
            POST /anmeldungen/einlesen/anmelden                  401   403 403 400 403
            GET  /anmeldungen/{reference}/ersetzen               login 200 404 200 403
            POST /anmeldungen/{reference}/ersetzen               401   303 404 303 403
            GET  /anmeldungen/{reference}/umbuchen               login 200 404 200 403
            POST /anmeldungen/{reference}/umbuchen               401   303 404 303 403
            GET  /anmeldungen/{reference}/nachruecken            login 403 403 200 403
            POST /anmeldungen/{reference}/nachruecken            401   403 403 409 403
            GET  /anmeldungen/{reference}/betrag                 login 403 403 200 403
            POST /anmeldungen/{reference}/betrag                 401   403 403 303 403
            GET  /anmeldungen/{reference}/berichtigen            login 403 403 200 403
            POST /anmeldungen/{reference}/berichtigen            401   403 403 409 403
            GET  /seminare/{id}/teilnahme                        login 403 403 200 403
            POST /seminare/{id}/teilnahme                        401   403 403 409 403
            GET  /seminare/{id}/abschliessen                     login 403 403 200 403
            POST /seminare/{id}/abschliessen                     401   403 403 409 403
            GET  /seminare/{id}/absagen                          login 403 403 200 403
            POST /seminare/{id}/absagen                          401   403 403 303 403
            GET  /anmeldungen/{reference}/{document}.pdf         login 200 404 200 403
            GET  /anmeldungen/{reference}/bescheinigung          login 403 403 404 403
            POST /anmeldungen/{reference}/bescheinigung/neu-ausstellen 401 403 403 404 403
            POST /anmeldungen/{reference}/bescheinigung/zurueckziehen 401 403 403 404 403
            GET  /kommunen                                       login 403 403 200 200
            GET  /kommunen.{ending}                              login 403 403 200 200
            GET  /kommunen/import                                login 403 403 200 403
            POST /kommunen/import                                401   403 403 200 403
            GET  /kommunen/import/{hash}                         login 403 403 200 403
            POST /kommunen/import/{hash}                         401   403 403 409 403
            GET  /budget                                         login 403 403 200 200
            GET  /budget.{ending}                                 login 403 403 200 200
            GET  /budget/anpassen                                login 403 403 403 200
            POST /budget/anpassen                                401   403 403 403 303
            GET  /einstellungen                                  login 403 403 403 200
            POST /einstellungen                                  401   403 403 403 303
            GET  /zeitraeume                                     login 403 403 403 200
            GET  /zeitraeume.{ending}                             login 403 403 403 200
            POST /zeitraeume                                     401   403 403 403 303
            GET  /zeitraeume/{id}/uebertragen                    login 403 403 403 200
            POST /zeitraeume/{id}/uebertragen                    401   403 403 403 409
            GET  /einstellungen/erste-personen                   login 403 403 403 200
            POST /einstellungen/erste-personen                   401   403 403 403 303
            GET  /api/v1/programme/first-persons                 401   403 403 403 200
            PUT  /api/v1/programme/first-persons                 401   403 403 403 200
            GET  /mails                                          login 403 403 200 403
            GET  /mails/{mail}                                   login 403 403 200 403
            GET  /mails/{mail}/html                              login 403 403 200 403
            GET  /mails/{mail}/termine.ics                       login 403 403 200 403
            POST /mails/{mail}/erneut                            401   403 403 303 403
            POST /mails/erneut                                   401   403 403 303 403
            GET  /budget/verlauf.{ending}                        login 403 403 200 200
            GET  /prognose                                       login 403 403 403 200
            GET  /prognose.{ending}                               login 403 403 403 200
            GET  /abdeckung                                      login 403 403 403 200
            GET  /abdeckung.{ending}                             login 403 403 403 200
            GET  /abdeckung/kommunen                             login 403 403 403 200
            GET  /abdeckung/kommunen.{ending}                    login 403 403 403 200
            GET  /abdeckung/fruehere                             login 403 403 200 200
            POST /abdeckung/fruehere                             401   403 403 200 200
            POST /abdeckung/fruehere/uebernehmen                 401   403 403 303 303
            GET  /zahlen                                         200   200 200 200 200
            GET  /zahlen.{ending}                                200   200 200 200 200
            GET  /protokoll                                      login 403 403 200 200
            GET  /protokoll.{ending}                             login 403 403 200 200
            GET  /protokoll/pruefung                             login 403 403 200 200
            GET  /zugaenge                                       login 403 403 200 403
            POST /zugaenge                                       401   403 403 200 403
            GET  /zugaenge/{id}                                  login 403 403 200 403
            POST /zugaenge/{id}/sperren                          401   403 403 303 403
            POST /zugaenge/{id}/freigeben                        401   403 403 303 403
            POST /zugaenge/{id}/kommune                          401   403 403 303 403
            POST /zugaenge/{id}/zweiter-faktor                   401   403 403 409 403
            GET  /buchungen                                      login 403 403 403 200
            GET  /api/v1/claims                                  401   403 403 200 200
            GET  /api/v1/claims.{ending}                          401   403 403 200 200
            GET  /api/v1/claims/{id}                             401   403 403 200 200
            GET  /api/v1/claims/{id}/claim.{ending}              401   403 403 200 200
            GET  /api/v1/claims/{id}/claim.pdf                   401   403 403 200 200
            POST /api/v1/claims                                  401   403 403 201 403
            PUT  /api/v1/claims/{id}                             401   403 403 200 403
            POST /api/v1/claims/{id}/submission                  401   403 403 200 403
            POST /api/v1/claims/{id}/return                      401   403 403 403 200
            POST /api/v1/claims/{id}/approval                    401   403 403 403 200
            POST /api/v1/claims/{id}/payment                     401   403 403 403 200
            GET  /api/v1/proof-of-use.{ending}                   401   403 403 200 200
            GET  /api/v1/proof-of-use.pdf                        401   403 403 200 200
            POST /api/v1/proof-of-use.pdf                        401   403 403 200 200
            GET  /api/v1/proof-of-use                             401   403 403 200 200
            POST /api/v1/proof-of-use.{ending}                   401   403 403 200 200
            GET  /verwendungsnachweis                            login 403 403 200 200
            GET  /verwendungsnachweis.{ending}                   login 403 403 200 200
            GET  /verwendungsnachweis.pdf                        login 403 403 200 200
            POST /verwendungsnachweis/mit-namen                  401   403 403 200 200
            GET  /mittelabrufe                                   login 403 403 200 200
            GET  /mittelabrufe.{ending}                           login 403 403 200 200
            POST /mittelabrufe                                   401   403 403 303 403
            GET  /mittelabrufe/{id}                              login 403 403 200 200
            GET  /mittelabrufe/{id}/mittelabruf.{ending}         login 403 403 200 200
            GET  /mittelabrufe/{id}/mittelabruf.pdf              login 403 403 200 200
            POST /mittelabrufe/{id}/neu-zusammenstellen          401   403 403 303 403
            POST /mittelabrufe/{id}/einreichen                   401   403 403 303 403
            POST /mittelabrufe/{id}/zurueckgeben                 401   403 403 403 303
            POST /mittelabrufe/{id}/genehmigen                   401   403 403 403 303
            POST /mittelabrufe/{id}/auszahlen                    401   403 403 403 303
            GET  /buchungen.{ending}                             login 403 403 403 200
            """;

    private static final String EARLIER_USE = "ars;zeitraum;plaetze\n" + Given.SOTTRUM + ";2021 bis 2024;1\n";

    private enum Who {
        NOBODY,
        OWN,
        OTHER,
        NSI,
        MINISTRY
    }

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    UploadRegister uploadRegister;

    @Inject
    MailFixture mails;

    @Inject
    ClaimFixture claims;

    private long seminar;
    private long otherSeminar;
    private String reference;
    private User nsi;
    private long account;
    private String hash = "unknown";
    private ClaimFixture.Ready claim;

    static List<String> routes() {
        return MATRIX.lines().map(line -> line.replaceAll(" +", " ").strip()).toList();
    }

    /** A role that may send that form: the NSI where it may, else the Ministry, else personnel staff. */
    static Role mayPost(String path) {
        return may("POST", path);
    }

    /** A role that may see that. */
    static Role mayGet(String path) {
        return may("GET", path);
    }

    private static Role may(String method, String path) {
        String[] cells = routes().stream()
                .map(row -> row.split(" "))
                .filter(row -> row[0].equals(method) && row[1].equals(path))
                .findFirst()
                .orElseThrow();
        return !"403".equals(cells[2 + Who.NSI.ordinal()])
                ? Role.NSI
                : !"403".equals(cells[2 + Who.MINISTRY.ordinal()]) ? Role.MINISTRY : Role.KOMMUNE;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void everybody_gets_the_answer_that_is_due(String row) {
        String[] cells = row.split(" ");
        boolean draft = cells[1].contains("veroeffentlichen") || cells[1].contains("publication");
        boolean withMail = cells[1].contains("{mail}");
        prepare(draft, withMail);
        claim = claims.readyFor(cells[1]);
        if (cells[1].contains("{hash}")) {
            hash = uploadRegister.handle(
                    nsi.asActor(), Database.register().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        for (Who who : Who.values()) {
            User user = userOf(who);
            Map<String, List<String>> before = Changes.content(database);
            Response answer = ask(cells[0], cells[1], user);
            assertDue(answer, cells, who);
            boolean mayChange = "POST PUT".contains(cells[0]) && answer.statusCode() < 400;
            if (!mayChange) {
                assertThat(Changes.content(database))
                        .as("%s %s as %s changes nothing", cells[0], cells[1], who)
                        .isEqualTo(before);
            } else if (!cells[1].contains("/auth/") && !cells[1].endsWith("loggen")) {
                database.clean();
                prepare(draft, withMail);
                claim = claims.readyFor(cells[1]);
            }
        }
    }

    private static void assertDue(Response answer, String[] cells, Who who) {
        String due = cells[2 + who.ordinal()];
        assertThat(answer.statusCode())
                .as(
                        "%s %s as %s: %s",
                        cells[0],
                        cells[1],
                        who,
                        answer.asString().lines().limit(3).toList())
                .isEqualTo("login".equals(due) ? 303 : Integer.parseInt(due));
        if ("login".equals(due)) {
            assertThat(answer.header("Location")).contains("/einloggen?ziel=%2F");
        }
        if (answer.statusCode() >= 400 && !"/sitzung".equals(cells[1])) {
            assertThat(answer.contentType())
                    .startsWith(cells[1].startsWith("/api/") ? "application/problem+json" : "text/html");
        }
    }

    private void prepare(boolean draft, boolean withMail) {
        nsi = given.account(Role.NSI, null);
        account = given.account(Role.KOMMUNE, Given.LANGENHAGEN).id();
        long published = given.aSeminar().published();
        seminar = draft ? given.aSeminar().planned() : published;
        otherSeminar = given.aSeminar().published();
        reference = given.registered(given.staffOf(Given.LANGENHAGEN), published);
        if (withMail) {
            mails.composeAll();
        }
    }

    private User userOf(Who who) {
        return switch (who) {
            case NOBODY -> null;
            case OWN -> given.account(Role.KOMMUNE, Given.LANGENHAGEN);
            case OTHER -> given.account(Role.KOMMUNE, Given.SOTTRUM);
            case NSI -> given.account(Role.NSI, null);
            case MINISTRY -> given.account(Role.MINISTRY, null);
        };
    }

    private Response ask(String method, String route, User user) {
        String path = route.replace(
                        "{id}",
                        String.valueOf(
                                claim != null
                                        ? claim.id()
                                        : route.contains("accounts") || route.contains("zugaenge") ? account : seminar))
                .replace("{hash}", hash)
                .replace("{mail}", "1")
                .replace("{reference}", reference)
                .replace("{ars}", Given.LANGENHAGEN)
                .replace("{token}", "unknown")
                .replace("{ending}", ending(route))
                .replace("{document}", document(route));
        if (path.startsWith("/api/")) {
            RequestSpecification request = user == null ? Program.anonymous() : Program.of(user);
            if (route.contains("calendar") || route.contains("{ending}") || route.contains(".pdf")) {
                request.accept("*/*");
            }
            return body(request, route, user).request(method, path);
        }
        Visitor visitor = user == null ? Visitor.anonymous() : Visitor.signedIn(user);
        return "GET".equals(method) ? visitor.get(path) : visitor.send(path, fields(route));
    }

    /** One of those that there are. */
    static String ending(String route) {
        return Stream.of("proof", "nachweis", "vorlage").anyMatch(route::contains) ? "xlsx" : "csv";
    }

    /** One of each; the others are looked at by DocumentPagesTest. */
    static String document(String route) {
        boolean program = route.startsWith("/api/");
        return route.contains("{reference}")
                ? program ? "confirmation" : "bestaetigung"
                : program ? "attendance-list" : "anwesenheitsliste";
    }

    private RequestSpecification body(RequestSpecification request, String route, User user) {
        User signingIn = user == null ? nsi : user;
        return switch (route) {
            case "/api/v1/auth/token" -> request.body(Map.of("email", signingIn.email(), "password", Given.PASSWORD));
            case "/api/v1/auth/refresh" ->
                request.body(Map.of(
                        "refreshToken",
                        Program.anonymous()
                                .body(Map.of("email", signingIn.email(), "password", Given.PASSWORD))
                                .post("/api/v1/auth/token")
                                .<String>path("refreshToken")));
            case "/api/v1/auth/password" ->
                request.body(Map.of("currentPassword", Given.PASSWORD, "password", "ein anderes Passwort"));
            case "/api/v1/auth/password-reset" ->
                request.body(Map.of("email", "niemand" + System.nanoTime() + "@portal.example"));
            case "/api/v1/auth/password-reset/completion" ->
                request.body(Map.of("token", "unknown", "password", "ein anderes Passwort"));
            case "/api/v1/auth/second-factor/confirmation" -> request.body(Map.of("otp", "123456"));
            case "/api/v1/auth/second-factor/removal" -> request.body(Map.of("password", Given.PASSWORD));
            case "/api/v1/accounts/{id}/kommune" -> request.body(Map.of("kommuneArs", Given.SOTTRUM));
            case "/api/v1/seminars", "/api/v1/seminars/{id}" -> request.body(Bodies.seminar(version()));
            case "/api/v1/seminars/{id}/copy" -> request.body(Map.of("firstDay", "2027-09-06"));
            case "/api/v1/kommunen/import" ->
                request.contentType("text/csv").queryParam("dryRun", "true").body(Database.register());
            case "/api/v1/registrations/preview" ->
                request.body(
                        user != null && user.role() == Role.KOMMUNE
                                ? Bodies.registration(seminar)
                                : Bodies.with(Bodies.registration(seminar), "kommuneArs", Given.LANGENHAGEN));
            // Names a Kommune: for the staff of another one it is a try to register in its name.
            case "/api/v1/registrations" ->
                request.body(Bodies.with(Bodies.registration(seminar), "kommuneArs", Given.LANGENHAGEN));
            case "/api/v1/registrations/batch" ->
                request.body(List.of(Bodies.with(Bodies.registration(seminar), "kommuneArs", Given.LANGENHAGEN)));
            case "/api/v1/registrations/{reference}/substitution" ->
                request.body(Map.of("participant", Bodies.registration(seminar).get("participant")));
            case "/api/v1/registrations/{reference}/rebooking" -> request.body(Map.of("seminarId", otherSeminar));
            case "/api/v1/registrations/{reference}/fee" -> request.body(Map.of("dueCents", 1, "reason", "Kulanz"));
            case "/api/v1/registrations/{reference}/correction" ->
                request.body(Map.of("daysPresent", List.of(), "reason", "Berichtigt"));
            case "/api/v1/seminars/{id}/cancellation" -> request.body(Map.of("reason", "Die Referentin ist erkrankt."));
            case "/api/v1/seminars/{id}/attendance" ->
                request.body(List.of(Map.of("reference", reference, "daysPresent", List.of())));
            case "/api/v1/places/earlier-use" -> request.contentType("text/csv").body(EARLIER_USE);
            case "/api/v1/invitations" -> request.body(Map.of("role", "KOMMUNE", "kommuneArs", Given.LANGENHAGEN));
            case "/api/v1/proof-of-use.{ending}", "/api/v1/proof-of-use.pdf" ->
                request.body(Map.of("reason", "Stichprobe"));
            case "/api/v1/claims/{id}/return" -> request.body(Map.of("remark", "Bitte prüfen"));
            case "/api/v1/budget/adjustments" ->
                request.body(Map.of("amountCents", 100_000, "reason", "Erlass vom 1.2.2027"));
            case "/api/v1/periods" ->
                request.body(Map.of(
                        "firstDay",
                        "2029-01-01",
                        "lastDay",
                        "2029-12-31",
                        "budgetCents",
                        100_000,
                        "reason",
                        "Haushalt 2029"));
            case "/api/v1/periods/{id}/carry-over" -> request.body(Map.of("amountCents", 1, "reason", "Rest"));
            case "/api/v1/programme" -> request.body(Bodies.programme());
            case "/api/v1/programme/first-persons" ->
                request.body(Map.of("until", "2027-03-31", "reason", "Erlass vom 1.2.2027"));
            case "/api/v1/registrations/{reference}/certificate/reissue",
                    "/api/v1/registrations/{reference}/certificate/withdrawal" ->
                request.body(Map.of("reason", "Name falsch geschrieben"));
            case "/api/v1/certificates/check" ->
                request.queryParam("number", "7K3M-Q9XA-1").queryParam("code", "7K3M-Q9XA-2PBD");
            default -> request;
        };
    }

    private long version() {
        return database.number("select version from seminar where id = ?", seminar);
    }

    private String[] fields(String route) {
        return switch (route) {
            case "/einloggen" -> new String[] {"email", nsi.email(), "password", Given.PASSWORD};
            case "/seminare/neu" -> Bodies.seminarForm();
            case "/seminare/{id}/bearbeiten" ->
                Stream.concat(Arrays.stream(Bodies.seminarForm()), Stream.of("version", String.valueOf(version())))
                        .toArray(String[]::new);
            case "/seminare/{id}/kopieren" -> new String[] {"firstDay", "2027-09-06"};
            case "/anmeldungen/neu" ->
                Stream.concat(
                                Arrays.stream(Bodies.registrationForm(seminar)),
                                Stream.of("kommuneArs", Given.LANGENHAGEN))
                        .toArray(String[]::new);
            case "/anmeldungen/{reference}/ersetzen" -> Bodies.registrationForm(seminar);
            case "/anmeldungen/{reference}/umbuchen" -> new String[] {"seminarId", String.valueOf(otherSeminar)};
            case "/anmeldungen/{reference}/betrag" -> new String[] {"dueCents", "0,01", "reason", "Kulanz"};
            case "/anmeldungen/{reference}/berichtigen" -> new String[] {"reason", "Berichtigt"};
            case "/seminare/{id}/absagen" -> new String[] {"reason", "Die Referentin ist erkrankt."};
            case "/passwort-vergessen" -> new String[] {"email", "niemand" + System.nanoTime() + "@portal.example"};
            case "/konto/passwort" ->
                new String[] {
                    "current",
                    Given.PASSWORD,
                    "password",
                    "ein anderes Passwort",
                    "passwordRepeated",
                    "ein anderes Passwort"
                };
            case "/konto/zweiter-faktor/abschalten" -> new String[] {"password", Given.PASSWORD};
            case "/zugaenge/{id}/kommune" -> new String[] {"kommuneArs", Given.SOTTRUM};
            case "/abdeckung/fruehere", "/abdeckung/fruehere/uebernehmen" -> new String[] {"csv", EARLIER_USE};
            case "/zugaenge" -> new String[] {"role", "KOMMUNE", "kommuneArs", Given.LANGENHAGEN};
            case "/pruefen" -> new String[] {"number", "7K3M-Q9XA-1", "code", "7K3M-Q9XA-2PBD"};
            case "/zeitraeume" ->
                new String[] {
                    "firstDay", "2029-01-01", "lastDay", "2029-12-31", "budget", "1.000,00", "reason", "Haushalt 2029"
                };
            case "/zeitraeume/{id}/uebertragen" -> new String[] {"amount", "0,01", "reason", "Rest"};
            case "/einstellungen" -> Bodies.programmeForm();
            case "/einstellungen/erste-personen" ->
                new String[] {"until", "2027-03-31", "reason", "Erlass vom 1.2.2027"};
            case "/verwendungsnachweis/mit-namen" -> new String[] {"reason", "Stichprobe", "ending", "xlsx"};
            case "/mittelabrufe", "/mittelabrufe/{id}/neu-zusammenstellen" ->
                new String[] {"termin-" + claim.seminar(), "ja"};
            case "/mittelabrufe/{id}/zurueckgeben" -> new String[] {"remark", "Bitte prüfen"};
            case "/budget/anpassen" ->
                new String[] {"direction", "raise", "amount", "1.000,00", "reason", "Erlass vom 1.2.2027"};
            default -> new String[0];
        };
    }

    @Test
    void every_route_of_the_program_is_in_the_table_and_every_row_is_a_route() throws IOException {
        Set<String> rows = new TreeSet<>(routes().stream()
                .map(row -> row.split(" "))
                .map(cells -> cells[0] + " " + cells[1])
                .toList());
        assertThat(rows).containsExactlyInAnyOrderElementsOf(declaredRoutes());
    }

    @Test
    void every_route_of_the_interface_is_described_in_the_openapi_document() {
        Map<String, Map<String, Object>> paths =
                Program.anonymous().get("/q/openapi?format=json").path("paths");
        Set<String> described = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method ->
                        Set.of("get", "post", "put", "delete", "patch").contains(method))
                .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        Set<String> rows = new TreeSet<>(routes().stream()
                .map(row -> row.split(" "))
                .map(cells -> cells[0] + " " + cells[1])
                .filter(route -> route.contains(" /api/"))
                .toList());
        assertThat(described).containsAll(rows);
    }

    private static Set<String> declaredRoutes() throws IOException {
        java.nio.file.Path classes = java.nio.file.Path.of("target", "classes");
        Set<String> routes = new TreeSet<>();
        try (Stream<java.nio.file.Path> files = Files.walk(classes.resolve("de"))) {
            files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replace(java.io.File.separatorChar, '.').replaceAll("\\.class$", ""))
                    .map(AccessMatrixTest::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .forEach(type -> addRoutes(routes, type));
        }
        assertThat(routes).as("routes found").hasSizeGreaterThan(50);
        return routes;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, AccessMatrixTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void addRoutes(Set<String> routes, Class<?> resource) {
        for (Method method : resource.getDeclaredMethods()) {
            Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(java.util.Objects::nonNull)
                    .forEach(http -> {
                        Path own = method.getAnnotation(Path.class);
                        String path = "/" + resource.getAnnotation(Path.class).value()
                                + (own == null ? "" : "/" + own.value());
                        routes.add(http.value() + " "
                                + path.concat(isList(method) ? ".{ending}" : "")
                                        .replaceAll("\\{(\\w+) *:[^}]*}", "{$1}")
                                        .replaceAll("/+", "/")
                                        .replaceAll("(.)/$", "$1"));
                    });
        }
    }

    /** Its address ends with what the list is asked for as. */
    private static boolean isList(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        return produces != null && List.of(produces.value()).contains(Table.XLSX);
    }
}
