package de.digitallotsen.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.paper.Print;
import de.digitallotsen.paper.Sender;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** A claim on paper: what is asked for, the declaration, and the lines by seminar. */
@ApplicationScoped
public class ClaimSheets {

    private final ClaimSearch search;
    private final Recipient recipient;
    private final Print print;

    ClaimSheets(ClaimSearch search, Recipient recipient, Print print) {
        this.search = search;
        this.recipient = recipient;
        this.print = print;
    }

    /**
     * What stands at the top; amounts in cents.
     *
     * @param grantedCents what the Land has allocated to the period
     * @param drawnCents what other claims of the period have asked for
     * @param submitted null while it is a draft
     * @param paid when and under which Kassenzeichen, in words; empty unless it is paid
     */
    public record Head(
            String number,
            String period,
            String status,
            long amountCents,
            long grantedCents,
            long drawnCents,
            Instant submitted,
            boolean draft,
            String paid) {
        /** What is left of the grant after this claim. */
        public long leftCents() {
            return grantedCents - drawnCents - amountCents;
        }
    }

    /**
     * One line.
     *
     * @param day on which it was booked, in Berlin
     * @param feeCents the whole fee of which the amount is the Land's share
     * @param amountCents negative where a correction takes something back
     */
    public record Line(String day, String reference, String kommune, String type, long feeCents, long amountCents) {}

    /** The lines of a seminar and their sum. */
    public record Group(String seminar, List<Line> lines) {
        /** What the lines add up to, in cents. */
        public long sumCents() {
            return lines.stream().mapToLong(Line::amountCents).sum();
        }

        /** The fees of which it is the Land's share, in cents. */
        public long feeCents() {
            return lines.stream().mapToLong(Line::feeCents).sum();
        }
    }

    @CheckedTemplate(basePath = "claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClaimSheet(Sender sender, Recipient recipient, Head claim, List<Group> groups) implements TemplateInstance {}

    /**
     * For the NSI, and for the Ministry once it is submitted.
     *
     * @throws de.digitallotsen.shared.RefusedException NOT_FOUND, BUSY if too many are printed at once
     */
    public PdfFile pdf(Actor actor, long id) {
        Claim claim = search.require(actor, id);
        Head head = new Head(
                claim.number(),
                claim.period().name(),
                Messages.label(claim.status()),
                claim.amountCents(),
                claim.grantedCents(),
                claim.drawnCents(),
                claim.submittedAt(),
                claim.submittedAt() == null,
                paid(search.payment(claim)));
        return print.file(
                "mittelabruf-" + claim.number() + ".pdf",
                new ClaimSheet(print.sender(), recipient, head, groups(search.lines(claim))));
    }

    /** When and under which Kassenzeichen it was paid, in words; empty for null. */
    public static String paid(ClaimPayment payment) {
        if (payment == null) {
            return "";
        }
        return payment.valueDate() == null
                ? Messages.text("claim.paid-unknown", "at", payment.recordedAt())
                : Messages.text("claim.paid-on", "day", payment.valueDate(), "reference", payment.reference());
    }

    private static List<Group> groups(List<ClaimLine.View> lines) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        for (ClaimLine.View line : lines) {
            groups.computeIfAbsent(seminar(line.seminar(), line.firstDay()), none -> new ArrayList<>())
                    .add(new Line(
                            German.date(German.berlinDay(line.bookedAt())),
                            line.reference(),
                            line.kommune(),
                            Messages.label(line.type()),
                            line.feeCents(),
                            line.amountCents()));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static String seminar(String title, LocalDate firstDay) {
        return title + ", " + German.date(firstDay);
    }
}
