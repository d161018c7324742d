package de.digitallotsen.claim.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.claim.Claim;
import de.digitallotsen.claim.ClaimAct;
import de.digitallotsen.claim.ClaimHistory;
import de.digitallotsen.claim.ClaimLine;
import de.digitallotsen.claim.ClaimPayment;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.claim.ClaimStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A claim for programs; amounts in cents. Its lines, its payment and its history are missing in lists. */
@Schema(name = "Claim")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimJson(
        String id,
        @Schema(examples = "2027-001") String number,
        ClaimStatus status,
        String periodId,
        String periodName,
        @Schema(description = "dieser Abruf") long amountCents,
        @Schema(description = "bewilligt") long grantedCents,
        @Schema(description = "bisher abgerufen") long drawnCents,
        Instant preparedAt,
        Instant submittedAt,

        @Schema(description = "warum er zuletzt zurückgegeben wurde")
        String remark,

        Instant returnedAt,
        Instant approvedAt,

        @Schema(description = "wann die Zahlung vermerkt wurde")
        Instant paidAt,

        PaymentJson payment,
        List<ActJson> history,
        List<LineJson> lines) {

    /** What was paid. */
    @Schema(name = "ClaimPayment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PaymentJson(
            @Schema(description = "Wertstellung; fehlt, wo sie nicht erfasst ist")
            LocalDate valueDate,

            long amountCents,

            @Schema(description = "Kassenzeichen; fehlt, wo es nicht erfasst ist")
            String reference,

            Instant recordedAt) {
        static PaymentJson of(ClaimPayment payment) {
            return new PaymentJson(
                    payment.valueDate(), payment.amountCents(), payment.reference(), payment.recordedAt());
        }
    }

    /** One act; none is ever overwritten. */
    @Schema(name = "ClaimAct")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActJson(
            ClaimAct act,
            Instant at,

            @Schema(description = "Name des Zugangs") String by,

            long amountCents,

            @Schema(description = "warum er zurückgegeben wurde")
            String remark) {
        static ActJson of(ClaimHistory.Line line) {
            return new ActJson(line.act(), line.at(), line.by(), line.amountCents(), line.remark());
        }
    }

    /** A spent entry of the ledger; a correction that takes something back is negative. */
    @Schema(name = "ClaimLine")
    public record LineJson(
            String entryId,

            @Schema(description = "Nummer der Buchung in ihrem Zeitraum, ohne Lücke (R34)")
            int number,

            Instant bookedAt,
            String type,
            String reference,
            String kommuneArs,
            String kommuneName,
            String seminarId,
            String seminarTitle,
            LocalDate seminarFirstDay,

            @Schema(description = "Teilnahmeentgelt, wie vereinbart")
            long feeCents,

            @Schema(description = "Anteil des Landes") long amountCents) {
        static LineJson of(ClaimLine.View line) {
            return new LineJson(
                    String.valueOf(line.entryId()),
                    line.number(),
                    line.bookedAt(),
                    line.type().name(),
                    line.reference(),
                    line.kommuneArs(),
                    line.kommune(),
                    String.valueOf(line.seminarId()),
                    line.seminar(),
                    line.firstDay(),
                    line.feeCents(),
                    line.amountCents());
        }
    }

    static ClaimJson inList(Claim claim) {
        return of(claim, null, null, null);
    }

    /** With its payment, its history and its lines. */
    static ClaimJson whole(Claim claim, ClaimSearch search) {
        ClaimPayment payment = search.payment(claim);
        return of(
                claim,
                payment == null ? null : PaymentJson.of(payment),
                search.history(claim).stream().map(ActJson::of).toList(),
                search.lines(claim).stream().map(LineJson::of).toList());
    }

    private static ClaimJson of(Claim c, PaymentJson payment, List<ActJson> history, List<LineJson> lines) {
        return new ClaimJson(
                String.valueOf(c.id()),
                c.number(),
                c.status(),
                String.valueOf(c.period().id()),
                c.period().name(),
                c.amountCents(),
                c.grantedCents(),
                c.drawnCents(),
                c.preparedAt(),
                c.submittedAt(),
                c.remark(),
                c.returnedAt(),
                c.approvedAt(),
                c.paidAt(),
                payment,
                history,
                lines);
    }
}
