package de.digitallotsen.seminar.web;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.programme.ProgrammeRefusal;
import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.Holidays;
import de.digitallotsen.seminar.PreviewSeminarChange;
import de.digitallotsen.seminar.SeminarRefusal;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.Foresight;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Refusal;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changing a seminar, and what that would do, for programs (R29). */
@Path("/api/v1/seminars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Termine")
@RolesAllowed(Role.NSI_NAME)
public class SeminarChangeResource {

    private final SeminarSearch search;
    private final CurrentUser user;
    private final ChangeSeminar change;
    private final PreviewSeminarChange preview;
    private final Foresight foresight;

    SeminarChangeResource(
            SeminarSearch search,
            CurrentUser user,
            ChangeSeminar change,
            PreviewSeminarChange preview,
            Foresight foresight) {
        this.search = search;
        this.user = user;
        this.change = change;
        this.preview = preview;
        this.foresight = foresight;
    }

    /** What would happen. */
    @Schema(name = "SeminarPreview")
    public record PreviewJson(
            @Schema(description = "je Anlass, wie viele E-Mails geschrieben werden und an wen")
            List<Consequences.Mailing> mails,

            @Schema(description = "so viele rücken von der Warteliste nach (R14)")
            int promoted,

            @Schema(description = "für so viele endet das Warten; sie bekommen eine E-Mail")
            int endOfWaiting,

            @Schema(description = "für so viele endet die kostenfreie Stornierung früher (R18)")
            int freeCancellationEnds,

            @Schema(description = "Samstage, Sonntage und Feiertage in Niedersachsen")
            List<Holidays.FreeDay> holidays,

            @Schema(description = "Tage, die heute oder schon vorbei sind")
            List<LocalDate> pastDays,

            List<Violation> violations,

            @Schema(
                    description = "mit PUT als expect gesendet: ergäbe sich dann etwas anderes, geschieht nichts: 409"
                            + " CHANGED_SINCE_PREVIEW")
            String expect) {
        static PreviewJson of(PreviewSeminarChange.Outlook outlook) {
            return new PreviewJson(
                    outlook.consequences().mailings(),
                    outlook.promoted(),
                    outlook.endOfWaiting(),
                    outlook.freeCancellationEnds(),
                    outlook.holidays(),
                    outlook.pastDays(),
                    List.of(),
                    outlook.consequences().fingerprint());
        }

        static PreviewJson wrong(List<Violation> violations) {
            return new PreviewJson(List.of(), 0, 0, 0, List.of(), List.of(), violations, null);
        }
    }

    @POST
    @Path("/{id}/preview")
    @Operation(
            summary = "Was eine Änderung bewirkt",
            description = "Derselbe Inhalt wie bei PUT; geändert wird nichts. Was an den Angaben falsch ist oder nicht"
                    + " geht, steht in violations; 409 STALE, wenn jemand schneller war.")
    public PreviewJson preview(@PathParam("id") String id, SeminarResource.PlanJson sent) {
        SeminarResource.PlanJson given = sent == null ? SeminarResource.NOTHING : sent;
        try {
            return PreviewJson.of(preview.of(
                    user.actor(),
                    new PreviewSeminarChange.Wanted(Params.id(id), given.version(), given.asDraft(), given.message())));
        } catch (InvalidInputException invalid) {
            return PreviewJson.wrong(invalid.violations());
        } catch (RefusedException refused) {
            return PreviewJson.wrong(List.of(new Violation(fieldOf(refused), refused.text())));
        }
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Termin ändern",
            description =
                    "Nennt in version den Stand, der gelesen wurde; 409 STALE, wenn jemand schneller war. Mit expect"
                            + " nur, wenn genau das geschieht, was die Vorschau gezeigt hat; sonst 409"
                            + " CHANGED_SINCE_PREVIEW.")
    public SeminarJson change(@PathParam("id") String id, SeminarResource.PlanJson sent) {
        SeminarResource.PlanJson given = sent == null ? SeminarResource.NOTHING : sent;
        try {
            foresight.act(given.expect(), () -> {
                change.handle(user.actor(), Params.id(id), given.version(), given.asDraft(), given.message());
                return null;
            });
        } catch (ChangedSincePreviewException changed) {
            throw changed.showing(preview(id, given));
        }
        return SeminarJson.of(search.require(user.actor(), Params.id(id)));
    }

    /** Which field could be typed otherwise; whatever no field can mend stays a refusal. */
    private static String fieldOf(RefusedException refused) {
        Refusal because = refused.refusal();
        if (because == SeminarRefusal.CAPACITY_BELOW_CONFIRMED) {
            return "capacity";
        }
        if (because == SeminarRefusal.FUNDING_PERIOD_CHANGES || because == ProgrammeRefusal.NO_FUNDING_PERIOD) {
            return "days";
        }
        throw refused;
    }
}
