package de.digitallotsen.proof.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.proof.ProofOfUse;
import de.digitallotsen.proof.ProofTables;
import de.digitallotsen.proof.ReadProofOfUse;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Table;
import de.digitallotsen.shared.web.Tables;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The figures of the proof of use for programs; its lists come as a file. */
@Path("/api/v1/proof-of-use")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verwendungsnachweis", description = "Abschlussbericht eines Förderzeitraums")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ProofResource {

    private final ReadProofOfUse read;
    private final CurrentUser user;

    ProofResource(ReadProofOfUse read, CurrentUser user) {
        this.read = read;
        this.user = user;
    }

    /** Income and expenditure. */
    @Schema(name = "ProofOfUseSums")
    public record SumsJson(
            @Schema(description = "Landesmittel") long grantCents,
            @Schema(description = "Anteile der Kommunen") long ownSharesCents,
            @Schema(description = "Teilnahmeentgelte") long feesCents) {}

    /** For the factual report. */
    @Schema(name = "ProofOfUseFigures")
    public record FiguresJson(
            @Schema(description = "durchgeführt") long seminars,
            @Schema(description = "nahmen teil") long persons,
            long kommunen,
            long eligibleKommunen,
            long coveragePercent,

            @Schema(description = "derer, die einen Platz hatten")
            long showPercent) {}

    /** All of it, without the lists. */
    @Schema(name = "ProofOfUse")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProofJson(
            String periodId,
            String periodName,
            LocalDate firstDay,
            LocalDate lastDay,
            @Schema(description = "Stand") Instant at,

            @Schema(description = "es fehlt noch etwas, siehe missing")
            boolean draft,

            FiguresJson figures,

            @Schema(description = "fehlt, solange keine Förderentscheidung eingetragen ist")
            SumsJson planned,

            @Schema(description = "Landesmittel: gezahlt, nach Wertstellung")
            SumsJson actual,

            @Schema(description = "festgestellt") long spentCents,

            @Schema(description = "bereitgestellt nach allen Buchungen")
            long grantedCents,

            long unusedCents,
            long claimedCents,
            long paidCents,

            @Schema(description = "negativ: zu viel abgerufen")
            long unclaimedCents,

            long vouchers,
            long participations,

            @Schema(description = "was bis zum fertigen Nachweis fehlt")
            List<String> missing) {
        static ProofJson of(ProofOfUse p) {
            return new ProofJson(
                    String.valueOf(p.period().id()),
                    p.period().name(),
                    p.period().firstDay(),
                    p.period().lastDay(),
                    p.at(),
                    p.draft(),
                    new FiguresJson(
                            p.seminars(),
                            p.persons(),
                            p.kommunen(),
                            p.reach().eligible(),
                            p.coveragePercent(),
                            p.showPercent()),
                    p.plan() == null
                            ? null
                            : new SumsJson(
                                    p.plan().grant(),
                                    p.plan().ownShares(),
                                    p.plan().fees()),
                    new SumsJson(p.paid(), p.ownShares(), p.fees()),
                    p.spent(),
                    p.granted(),
                    p.unused(),
                    p.asked(),
                    p.paid(),
                    p.unclaimed(),
                    p.vouchers().size(),
                    p.participations().size(),
                    p.missing());
        }
    }

    /** Why names are needed. */
    @Schema(name = "NamesReason")
    public record ReasonJson(
            @Schema(description = "ohne Angabe der laufende")
            Long periodId,

            @Schema(
                    examples = "Stichprobe nach § 44 LHO",
                    description =
                            "für Ministerium und Rechnungsprüfung Pflicht: ein Satz, ab 15 Buchstaben und zwei Wörtern")
            String reason) {
        /** @param sent null where nothing was sent: the use case says what is missing */
        static ReadProofOfUse.Command command(ReasonJson sent) {
            return new ReadProofOfUse.Command(
                    sent == null ? null : sent.periodId(), true, sent == null ? null : sent.reason());
        }
    }

    @GET
    @Operation(
            summary = "Zahlen des Verwendungsnachweises",
            description = "Sachbericht, Einnahmen und Ausgaben, Plan und Ist; alle Summen gleichen den Buchungen. Die"
                    + " Listen der Belege und Teilnahmen kommen als Datei.")
    public ProofJson figures(@QueryParam("periodId") String period) {
        return ProofJson.of(read.asked(user.actor(), period));
    }

    @GET
    @Produces(Table.XLSX)
    @Extension(name = InterfaceDescription.LIST, value = "Verwendungsnachweis ohne Namen")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "Alle Summen gleichen den Buchungen. Vor dem Ende des Zeitraums ein Entwurf.")
    public Tables list(@QueryParam("periodId") String period) {
        return ProofTables.of(read.asked(user.actor(), period));
    }

    @POST
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME, Role.AUDITOR_NAME})
    @Produces(Table.XLSX)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Verwendungsnachweis mit Namen", description = "Steht mit der Begründung im Protokoll.")
    public Tables named(ReasonJson reason) {
        return ProofTables.of(read.handle(user.actor(), ReasonJson.command(reason)));
    }
}
