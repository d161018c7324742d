package de.digitallotsen.claim.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.claim.Claim;
import de.digitallotsen.claim.ClaimLine;
import de.digitallotsen.claim.ClaimStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A claim for programs; amounts in cents. Its lines are missing in lists. */
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
        Instant paidAt,
        List<LineJson> lines) {

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
            long amountCents) {
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
                    line.amountCents());
        }
    }

    static ClaimJson of(Claim c, List<ClaimLine.View> lines) {
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
                lines == null ? null : lines.stream().map(LineJson::of).toList());
    }
}
