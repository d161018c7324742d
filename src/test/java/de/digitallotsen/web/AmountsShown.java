package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.digitallotsen.Database;
import de.digitallotsen.account.User;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.registration.Amount;
import de.digitallotsen.shared.German;
import io.restassured.response.Response;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** What the portal shows of the amount of registrations (R28), read off everything that it hands out. */
final class AmountsShown {

    private static final String EURO = "([0-9.]+,[0-9]{2})";
    private static final Pattern DUE = Pattern.compile("Zu zahlen:?\\s+" + EURO);
    private static final Pattern LAND = Pattern.compile("Das Land zahlt:?\\s+" + EURO);

    private final Database database;
    private final Visitor browser;
    private final String token;

    /** To the NSI, which sees everybody. */
    AmountsShown(User nsi, Database database) {
        this.database = database;
        browser = Visitor.signedIn(nsi);
        token = Program.token(nsi);
    }

    /** What the ledger has booked for it and what is recorded as owed: neither asks {@link Amount}. */
    Amount booked(String reference) {
        return new Amount(
                database.number("select due_cents from registration where reference = ?", reference),
                database.number(
                        "select coalesce(sum(reserved_cents + spent_cents), 0) from budget_entry where reference = ?",
                        reference));
    }

    Amount interfaceSays(String reference) {
        Response one = Program.withToken(token).get("/api/v1/registrations/" + reference);
        return amount(one.path(""));
    }

    Amount preview(Map<String, Object> body) {
        return amount(Program.withToken(token)
                .body(body)
                .post("/api/v1/registrations/preview")
                .path(""));
    }

    /** By reference, as the interface lists them. */
    Map<String, Amount> interfaceLists() {
        Response all = Program.withToken(token).queryParam("size", 200).get("/api/v1/registrations");
        Map<String, Amount> amounts = new LinkedHashMap<>();
        all.<List<Map<String, Object>>>path("items")
                .forEach(item -> amounts.put((String) item.get("reference"), amount(item)));
        return amounts;
    }

    private static Amount amount(Map<String, Object> json) {
        return new Amount(((Number) json.get("dueCents")).longValue(), ((Number) json.get("landCents")).longValue());
    }

    Amount pageSays(String reference) {
        return amountIn(words(page("/anmeldungen/" + reference)));
    }

    /** What is to be paid by its row in the list of registrations; empty if it is on another page of the list. */
    Optional<Long> listSays(String reference) {
        return dueInRow(page("/anmeldungen"), reference);
    }

    /** What is to be paid by its row in the list of its seminar. */
    Long participantsSay(String reference) {
        long seminar = database.number("select seminar_id from registration where reference = ?", reference);
        return dueInRow(page("/seminare/" + seminar + "/teilnehmende"), reference)
                .orElseThrow();
    }

    private static Optional<Long> dueInRow(String page, String reference) {
        int row = page.indexOf("/anmeldungen/" + reference + "\"");
        if (row < 0) {
            return Optional.empty();
        }
        Matcher cell = Pattern.compile("data-label=\"Zu zahlen\">" + EURO).matcher(page);
        return cell.find(row) ? Optional.of(cents(cell.group(1))) : Optional.empty();
    }

    /** What the cancellation page says it would cost; empty if it cannot be cancelled. */
    Optional<Long> cancelling(String reference) {
        String page = words(page("/anmeldungen/" + reference + "/stornieren"));
        Matcher cost = Pattern.compile("Die Stornierung kostet jetzt " + EURO).matcher(page);
        return page.contains("Die Stornierung kostet jetzt nichts")
                ? Optional.of(0L)
                : cost.find() ? Optional.of(cents(cost.group(1))) : Optional.empty();
    }

    /** The sheet that there is of it; empty if there is none. */
    Optional<Amount> sheetSays(String reference) {
        return sheet("/anmeldungen/" + reference + "/bestaetigung.pdf")
                .or(() -> sheet("/anmeldungen/" + reference + "/kostenaufstellung.pdf"));
    }

    private Optional<Amount> sheet(String path) {
        Response pdf = browser.get(path);
        assertThat(pdf.statusCode()).as(path).isIn(200, 409);
        return pdf.statusCode() == 200 ? Optional.of(amountIn(PdfCheck.text(pdf.asByteArray()))) : Optional.empty();
    }

    /** Of the mail to the staff that was composed last; empty if there is none, or it has no word about money. */
    Optional<Amount> lastMailSays(String reference) {
        return database
                .rows(
                        "select text_body from outbox_mail m join registration r on r.id = m.registration_id"
                                + " where m.audience = 'STAFF' and r.reference = ? order by m.id desc limit 1",
                        reference)
                .stream()
                .filter(text -> DUE.matcher(text).find())
                .map(AmountsShown::amountIn)
                .findFirst();
    }

    /** By reference. */
    Map<String, Amount> csvSays() {
        String[] lines = browser.get("/anmeldungen.csv").asString().split("\r?\n");
        List<String> columns = List.of(lines[0].replace("\uFEFF", "").split(";"));
        Map<String, Amount> amounts = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(";");
            amounts.put(
                    cells[columns.indexOf("Referenz")],
                    new Amount(
                            cents(cells[columns.indexOf("Zu zahlen")]),
                            cents(cells[columns.indexOf("Das Land zahlt")])));
        }
        return amounts;
    }

    /** By reference. */
    Map<String, Amount> workbookSays() {
        return workbook("/anmeldungen.xlsx", 0);
    }

    /** Of those who had a seat in a seminar that is settled, by reference; their sum under nothing. */
    Map<String, Amount> proofSays() {
        return workbook("/verwendungsnachweis.xlsx", 3);
    }

    private Map<String, Amount> workbook(String path, int sheet) {
        byte[] file = browser.get(path).asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getSheet(sheet).orElseThrow().read();
            List<String> columns =
                    rows.get(0).stream().map(cell -> cell.asString()).toList();
            Map<String, Amount> amounts = new LinkedHashMap<>();
            rows.stream()
                    .skip(1)
                    .forEach(row -> amounts.put(
                            row.getCellText(columns.indexOf("Referenz")),
                            new Amount(
                                    number(row, columns.indexOf("Zu zahlen")),
                                    number(row, columns.indexOf("Das Land zahlt")))));
            return amounts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long number(Row row, int column) {
        return row.getCellAsNumber(column).orElseThrow().movePointRight(2).longValueExact();
    }

    private String page(String path) {
        Response page = browser.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.asString();
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static Amount amountIn(String text) {
        return new Amount(found(DUE, text), found(LAND, text));
    }

    private static long found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in: %s", pattern, text).isTrue();
        return cents(matcher.group(1));
    }

    private static long cents(String euro) {
        return German.parseEuro(euro).orElseThrow();
    }
}
