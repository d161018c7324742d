package de.digitallotsen.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.account.InviteUser;
import de.digitallotsen.account.User;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.kommune.UploadRegister;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.proof.ProofFixture;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Role;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.QueryableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.SpecificationQuerier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Takes any route of the table {@link AccessMatrix} with what it needs to succeed. */
@Singleton
class RouteVisits {

    private static final String EARLIER_USE = "ars;zeitraum;plaetze\n" + Given.SOTTRUM + ";2021 bis 2024;1\n";

    /** One of many who are invited. */
    private static final String MANY = "viele@langenhagen.example";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    UploadRegister uploadRegister;

    @Inject
    InviteUser invite;

    @Inject
    MailFixture mails;

    @Inject
    ClaimFixture claims;

    @Inject
    ProofFixture proofs;

    private long seminar;
    private long otherSeminar;
    private String reference;
    private User nsi;
    private long account;
    private long invitation;
    private String hash = "unknown";
    private ClaimFixture.Ready claim;
    private long proof;

    /** What a route needs: dates, a registration, a mail, a claim, an upload, each new. */
    void prepareFor(String route) {
        boolean draft = route.contains("veroeffentlichen") || route.contains("publication");
        hash = "unknown";
        prepare(draft, route.contains("{mail}"));
        claim = claims.readyFor(route);
        proof = proofs.readyFor(route);
        invitation = route.matches(".*(invitations|einladungen)/\\{id}.*")
                ? invite.handle(
                                nsi.asActor(),
                                new InviteUser.Command(
                                        Role.KOMMUNE, Given.LANGENHAGEN, "offen@langenhagen.example", ""))
                        .id()
                : 0;
        if (route.contains("{hash}")) {
            hash = uploadRegister.handle(nsi.asActor(), Database.register().getBytes(StandardCharsets.UTF_8));
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

    User userOf(AccessMatrix.Who who) {
        return switch (who) {
            case NOBODY -> null;
            case OWN -> given.account(Role.KOMMUNE, Given.LANGENHAGEN);
            case OTHER -> given.account(Role.KOMMUNE, Given.SOTTRUM);
            case NSI -> given.account(Role.NSI, null);
            case MINISTRY -> given.account(Role.MINISTRY, null);
            case AUDITOR -> given.account(Role.AUDITOR, null);
        };
    }

    /** The address, with what was prepared. */
    String path(String route) {
        return route.replace(
                        "{id}",
                        String.valueOf(
                                claim != null || proof != 0
                                        ? claim != null ? claim.id() : proof
                                        : invitation != 0
                                                ? invitation
                                                : route.matches(".*(accounts|zugaenge|kollegen).*")
                                                        ? account
                                                        : seminar))
                .replace("{hash}", hash)
                .replace("{mail}", "1")
                .replace("{reference}", reference)
                .replace("{ars}", Given.LANGENHAGEN)
                .replace("{token}", "unknown")
                .replace("{entry}", "unknown")
                .replace("{ending}", ending(route))
                .replace("{document}", document(route));
    }

    /** Asks as this user, or as nobody if it is null. */
    Response ask(String method, String route, User user) {
        if (route.startsWith("/api/")) {
            return program(method, route, user, user == null ? Program.anonymous() : Program.of(user));
        }
        Visitor visitor = user == null ? Visitor.anonymous() : Visitor.signedIn(user);
        return "GET".equals(method) ? visitor.get(path(route)) : visitor.send(path(route), fields(route));
    }

    /** The same through a request that was begun: with a header more, for example. */
    Response program(String method, String route, User user, RequestSpecification request) {
        if (route.contains("calendar") || route.contains("{ending}") || route.contains(".pdf")) {
            request.accept("*/*");
        }
        return body(request, route, user).request(method, path(route));
    }

    /** One of those that there are. */
    static String ending(String route) {
        return Stream.of("proof", "nachweis", "vorlage", "serienbrief", "mail-merge", "nachbessern")
                        .anyMatch(route::contains)
                ? "xlsx"
                : "csv";
    }

    /** One of each; the others are looked at by DocumentPagesTest. */
    static String document(String route) {
        boolean program = route.startsWith("/api/");
        return route.contains("{reference}")
                ? program ? "confirmation" : "bestaetigung"
                : program ? "attendance-list" : "anwesenheitsliste";
    }

    /** The same request of a program twice, byte for byte. */
    List<Response> twice(String method, String route, User user, Header header) {
        String path = path(route);
        RequestSpecification first = body(Program.of(user).header(header), route, user);
        QueryableRequestSpecification sent = SpecificationQuerier.query(first);
        RequestSpecification second = Program.of(user)
                .header(header)
                .contentType(sent.getContentType())
                .queryParams(sent.getQueryParams());
        if (sent.getBody() != null) {
            second.body(sent.<String>getBody());
        }
        return List.of(first.request(method, path), second.request(method, path));
    }

    /** What is sent there, by whomever. */
    RequestSpecification bodyOf(String route, User user) {
        return body(Program.anonymous(), route, user);
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
            case "/api/v1/auth/second-factor", "/api/v1/auth/second-factor/removal" ->
                request.body(Map.of("password", Given.PASSWORD));
            case "/api/v1/accounts/{id}/kommune" -> request.body(Map.of("kommuneArs", Given.SOTTRUM));
            case "/api/v1/seminars", "/api/v1/seminars/{id}", "/api/v1/seminars/{id}/preview" ->
                request.body(Bodies.seminar(version()));
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
            case "/api/v1/registrations/{reference}/participant" -> request.body(Map.of("jobTitle", "Bürgerbüro"));
            case "/api/v1/registrations/{reference}/rebooking", "/api/v1/registrations/{reference}/rebooking/preview" ->
                request.body(Map.of("seminarId", otherSeminar));
            case "/api/v1/registrations/{reference}/fee" -> request.body(Map.of("dueCents", 1, "reason", "Kulanz"));
            case "/api/v1/registrations/{reference}/correction" ->
                request.body(Map.of("daysPresent", List.of(), "reason", "Berichtigt"));
            case "/api/v1/seminars/{id}/cancellation" -> request.body(Map.of("reason", "Die Referentin ist erkrankt."));
            case "/api/v1/seminars/{id}/attendance" ->
                request.body(List.of(Map.of("reference", reference, "daysPresent", List.of())));
            case "/api/v1/places/earlier-use" -> request.contentType("text/csv").body(EARLIER_USE);
            case "/api/v1/invitations" ->
                request.body(
                        Map.of("role", "KOMMUNE", "kommuneArs", Given.LANGENHAGEN, "email", "neu@langenhagen.example"));
            case "/api/v1/invitations/bulk" ->
                request.body(List.of(Map.of("kommune", Given.LANGENHAGEN, "email", MANY)));
            case "/api/v1/proof-of-use.{ending}", "/api/v1/proof-of-use.pdf" ->
                request.body(Map.of("reason", "Stichprobe nach § 44 LHO"));
            case "/api/v1/claims/{id}/payment" ->
                request.body(claim == null ? Map.of() : claims.paymentBody(claim.id()));
            case "/api/v1/proofs" -> request.body(Map.of("narrative", "Es lief gut.", "place", "Hannover"));
            case "/api/v1/proofs/{id}/acceptance" -> request.body(Map.of("remark", "Geprüft"));
            case "/api/v1/periods/{id}/plan" -> request.body(Bodies.plan());
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
            case "/api/v1/periods/{id}/withdrawal" -> request.body(Map.of("reason", "Falsche Jahre"));
            case "/api/v1/periods/{id}/carry-over" -> request.body(Map.of("amountCents", 1, "reason", "Rest"));
            case "/api/v1/programme" -> request.body(Bodies.programme());
            case "/api/v1/programme/first-persons" ->
                request.body(Map.of("until", "2027-03-31", "reason", "Erlass vom 1.2.2027"));
            case "/api/v1/registrations/{reference}/certificate/reissue",
                    "/api/v1/registrations/{reference}/certificate/withdrawal" ->
                request.body(Map.of("reason", "Name falsch geschrieben"));
            case "/api/v1/people" -> request.queryParam("q", "kommune.example");
            case "/api/v1/people/report", "/api/v1/people/report.pdf" ->
                request.body(Map.of("email", "niemand@kommune.example"));
            case "/api/v1/people/erasure" -> request.body(Map.of("email", "niemand@kommune.example", "dryRun", true));
            case "/api/v1/certificates/check" ->
                request.body(Map.of("number", "7K3M-Q9XA-1", "code", "7K3M-Q9XA-2PBD"));
            default -> request;
        };
    }

    private long version() {
        return database.number("select version from seminar where id = ?", seminar);
    }

    /** What a form of that page sends. */
    String[] fields(String route) {
        return switch (route) {
            case "/einloggen" -> new String[] {"email", nsi.email(), "password", Given.PASSWORD};
            case "/zugaenge/einladen" -> new String[] {"list", Given.LANGENHAGEN + ";" + MANY};
            case "/zugaenge/einladen/senden" ->
                new String[] {
                    "list",
                    "1\t" + Given.LANGENHAGEN + "\t" + MANY,
                    "erwartet",
                    Hashes.sha256(Given.LANGENHAGEN + " " + MANY)
                };
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
            case "/anmeldungen/{reference}/angaben" -> new String[] {"participant.jobTitle", "Bürgerbüro"};
            case "/anmeldungen/{reference}/umbuchen/pruefen" ->
                new String[] {"seminarId", String.valueOf(otherSeminar), "erwartet", "1:CONFIRMED:50000"};
            case "/anmeldungen/{reference}/betrag" -> new String[] {"dueCents", "0,01", "reason", "Kulanz"};
            case "/anmeldungen/{reference}/berichtigen" -> new String[] {"reason", "Berichtigt"};
            case "/seminare/{id}/absagen" -> new String[] {"reason", "Die Referentin ist erkrankt."};
            case "/passwort-vergessen" -> new String[] {"email", "niemand" + System.nanoTime() + "@portal.example"};
            case "/konto/passwort" ->
                new String[] {
                    "currentPassword",
                    Given.PASSWORD,
                    "password",
                    "ein anderes Passwort",
                    "passwordRepeated",
                    "ein anderes Passwort"
                };
            case "/konto/zweiter-faktor", "/konto/zweiter-faktor/abschalten" ->
                new String[] {"password", Given.PASSWORD};
            case "/zugaenge/{id}/kommune" -> new String[] {"kommuneArs", Given.SOTTRUM};
            case "/abdeckung/fruehere" -> new String[] {"csv", EARLIER_USE};
            case "/zugaenge" ->
                new String[] {"role", "KOMMUNE", "kommuneArs", Given.LANGENHAGEN, "email", "neu@langenhagen.example"};
            case "/kollegen" -> new String[] {"email", "neu@langenhagen.example"};
            case "/pruefen" -> new String[] {"number", "7K3M-Q9XA-1", "code", "7K3M-Q9XA-2PBD"};
            case "/zeitraeume" ->
                new String[] {
                    "firstDay", "2029-01-01", "lastDay", "2029-12-31", "budget", "1.000,00", "reason", "Haushalt 2029"
                };
            case "/zeitraeume/{id}/zurueckziehen" -> new String[] {"reason", "Falsche Jahre"};
            case "/zeitraeume/{id}/uebertragen" -> new String[] {"amount", "0,01", "reason", "Rest"};
            case "/einstellungen" -> Bodies.programmeForm();
            case "/einstellungen/erste-personen" ->
                new String[] {"until", "2027-03-31", "reason", "Erlass vom 1.2.2027"};
            case "/verwendungsnachweis/mit-namen" ->
                new String[] {"reason", "Stichprobe nach § 44 LHO", "ending", "xlsx"};
            case "/verwendungsnachweis/erstellen" -> new String[] {"narrative", "Es lief gut.", "place", "Hannover"};
            case "/verwendungsnachweis/{id}/abnehmen" -> new String[] {"remark", "Geprüft"};
            case "/pruefen/datei" -> new String[] {"sha256", "0".repeat(64)};
            case "/zeitraeume/{id}/plan" -> Bodies.planForm();
            case "/mittelabrufe", "/mittelabrufe/{id}/neu-zusammenstellen" ->
                new String[] {"termin-" + claim.seminar(), "ja"};
            case "/mittelabrufe/{id}/zahlung" -> claims.paymentForm(claim.id());
            case "/mittelabrufe/{id}/zurueckgeben" -> new String[] {"remark", "Bitte prüfen"};
            case "/personendaten/auskunft", "/personendaten/loeschung" ->
                new String[] {"email", "niemand@kommune.example"};
            case "/budget/anpassen" ->
                new String[] {"direction", "raise", "amount", "1.000,00", "reason", "Erlass vom 1.2.2027"};
            default -> new String[0];
        };
    }
}
