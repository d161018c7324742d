package de.digitallotsen.settings.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.programme.CapScope;
import de.digitallotsen.programme.ProgrammeTerms;
import de.digitallotsen.settings.ChangeProgramme;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The terms of the programme for programs. */
@Path("/api/v1/programme")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Fördermittel", description = "Budget, Buchungen, Prüfung (R8–R12)")
public class ProgrammeResource {

    private final ChangeProgramme change;
    private final CurrentUser user;

    ProgrammeResource(ChangeProgramme change, CurrentUser user) {
        this.change = change;
        this.user = user;
    }

    /** The terms as they stand. */
    @Schema(name = "Programme")
    public record ProgrammeJson(
            String name,

            @Schema(examples = "5000", description = "in Hundertsteln eines Prozents")
            int subsidyRateBasisPoints,

            int placesPerKommune,
            CapScope capScope,
            int attendanceThresholdDays,
            List<Integer> warningPercents,
            List<TierJson> cancellationTiers,
            boolean selfPayers,
            int version,
            Instant changedAt) {
        static ProgrammeJson of(ChangeProgramme.TermsInForce programme) {
            ProgrammeTerms terms = programme.terms();
            return new ProgrammeJson(
                    programme.name(),
                    terms.subsidyRateBasisPoints(),
                    terms.placesPerKommune(),
                    terms.capScope(),
                    terms.attendanceThresholdDays(),
                    terms.warningPercents(),
                    terms.cancellationTiers().stream()
                            .map(tier -> new TierJson((long) tier.leastDaysBefore(), (long) tier.feeBasisPoints()))
                            .toList(),
                    terms.selfPayers(),
                    programme.version(),
                    programme.changedAt());
        }
    }

    /** A step of what a late cancellation costs. */
    @Schema(name = "CancellationTier")
    public record TierJson(
            @Schema(description = "so viele Tage vor dem ersten Tag oder mehr")
            Long leastDaysBefore,

            @Schema(description = "vom Teilnahmeentgelt, in Hundertsteln eines Prozents")
            Long feeBasisPoints) {
        ProgrammeTerms.DraftTier asDraft() {
            return new ProgrammeTerms.DraftTier(leastDaysBefore, feeBasisPoints);
        }
    }

    /** Other terms; all of them are named. */
    @Schema(name = "ProgrammeChange")
    public record ChangeJson(
            Long subsidyRateBasisPoints,
            Long placesPerKommune,
            CapScope capScope,
            Long attendanceThresholdDays,
            List<Long> warningPercents,
            List<TierJson> cancellationTiers,

            @Schema(
                    description = "ob Kommunen über ihre Förderplätze hinaus auf eigene Kosten anmelden (R5); ohne"
                            + " Angabe bleibt es, wie es ist")
            Boolean selfPayers,

            Integer version,
            @Schema(description = "steht im Protokoll") String reason) {
        ChangeProgramme.Command asCommand() {
            List<ProgrammeTerms.DraftTier> tiers = cancellationTiers == null
                    ? null
                    : cancellationTiers.stream()
                            .map(tier -> tier == null ? null : tier.asDraft())
                            .toList();
            return new ChangeProgramme.Command(
                    new ProgrammeTerms.Draft(
                            subsidyRateBasisPoints,
                            placesPerKommune,
                            capScope,
                            attendanceThresholdDays,
                            warningPercents,
                            tiers,
                            selfPayers),
                    version,
                    reason);
        }
    }

    private static final ChangeJson NOTHING = new ChangeJson(null, null, null, null, null, null, null, null, null);

    @GET
    @RolesAllowed(Role.MINISTRY_NAME)
    @Operation(summary = "Einstellungen des Förderprogramms")
    public ProgrammeJson programme() {
        return ProgrammeJson.of(change.read(user.actor()));
    }

    @PUT
    @RolesAllowed(Role.MINISTRY_NAME)
    @Operation(
            summary = "Einstellungen ändern",
            description = "Gilt ab jetzt; was angemeldet ist, behält Entgelt und Fördersatz (R8). Weniger"
                    + " Förderplätze, als eine Kommune nutzt, gibt es nicht: 409 PLACES_IN_USE."
                    + " Nennt in version den Stand, der gelesen wurde; 409 STALE, wenn jemand schneller war.")
    public ProgrammeJson change(ChangeJson wanted) {
        change.handle(user.actor(), (wanted == null ? NOTHING : wanted).asCommand());
        return programme();
    }
}
