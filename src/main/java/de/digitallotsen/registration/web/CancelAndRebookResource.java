package de.digitallotsen.registration.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.DryRuns;
import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.PreviewChange;
import de.digitallotsen.registration.RebookRegistration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cancelling and rebooking for programs, each with its preview (R29). */
@Path("/api/v1/registrations/{reference}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Anmeldungen")
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class CancelAndRebookResource {

    private final CancelRegistration cancel;
    private final RebookRegistration rebook;
    private final PreviewChange preview;
    private final DryRuns dryRuns;
    private final RegistrationSearch search;
    private final CurrentUser user;
    private final ObjectMapper json;

    CancelAndRebookResource(
            CancelRegistration cancel,
            RebookRegistration rebook,
            PreviewChange preview,
            DryRuns dryRuns,
            RegistrationSearch search,
            CurrentUser user,
            ObjectMapper json) {
        this.cancel = cancel;
        this.rebook = rebook;
        this.preview = preview;
        this.dryRuns = dryRuns;
        this.search = search;
        this.user = user;
        this.json = json;
    }

    /** What was shown; the body may be left out. */
    @Schema(name = "CancellationRequest")
    public record CancellationRequest(Expect expect) {}

    /** The other date, and what was shown of it. */
    @Schema(name = "RebookingRequest")
    public record RebookingRequest(@Schema(examples = "12") Long seminarId, Expect expect) {}

    private RegistrationJson one(String reference) {
        RegistrationView view = search.require(user.actor(), reference);
        return RegistrationJson.of(view, search.history(view.registration()));
    }

    @POST
    @Path("/cancellation/preview")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Vorschau der Stornierung", description = "Was sie jetzt kostete (R18, R29). Ändert nichts.")
    public ChangePreviewJson previewCancellation(@PathParam("reference") String reference) {
        return ChangePreviewJson.of(dryRuns.cancelling(user.actor(), reference));
    }

    /** Read by hand: from the beginning, this route has taken no body at all, of whatever type. */
    @POST
    @Path("/cancellation")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CancellationRequest.class)))
    @Operation(
            summary = "Anmeldung stornieren",
            description = "Bis zum Meldeschluss kostenfrei, danach nach den Stufen des Programms; dueCents sagt, was"
                    + " die Kommune schuldet (R18). Platz und Mittel gehen sofort an die Warteliste (R14). Mit expect"
                    + " geschieht nur, was gezeigt wurde (R29).")
    public RegistrationJson cancel(
            @PathParam("reference") String reference,
            @QueryParam("expectedDueCents")
                    @Parameter(description = "409 COST_CHANGED, wenn es inzwischen etwas anderes kostet")
                    String expected,
            String body)
            throws JsonProcessingException {
        CancellationRequest request = body == null || body.isBlank()
                ? new CancellationRequest(null)
                : json.readValue(body, CancellationRequest.class);
        try {
            cancel.handle(
                    user.actor(),
                    new CancelRegistration.Command(
                            reference,
                            Params.longNumber("expectedDueCents", expected),
                            request == null ? null : request.expect()));
        } catch (ChangedSincePreviewException changed) {
            throw changed.showing(ChangePreviewJson.of(preview.cancelling(user.actor(), reference)));
        }
        return one(reference);
    }

    @POST
    @Path("/rebooking/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Vorschau der Umbuchung",
            description = "Ob der andere Termin die Person aufnimmt und was er kostete (R17, R29). Ändert nichts.")
    public ChangePreviewJson previewRebooking(@PathParam("reference") String reference, RebookingRequest request) {
        return ChangePreviewJson.of(dryRuns.rebooking(user.actor(), reference, seminarId(request)));
    }

    @POST
    @Path("/rebooking")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Umbuchen",
            description = "Auf einen anderen offenen Termin desselben Förderzeitraums mit freiem Platz; sonst bleibt"
                    + " alles, wie es ist (R17). Mit expect geschieht nur, was gezeigt wurde (R29).")
    public RegistrationJson rebook(@PathParam("reference") String reference, RebookingRequest request) {
        try {
            rebook.handle(
                    user.actor(),
                    new RebookRegistration.Command(
                            reference, seminarId(request), request == null ? null : request.expect()));
        } catch (ChangedSincePreviewException changed) {
            throw changed.showing(ChangePreviewJson.of(preview.rebooking(user.actor(), reference, seminarId(request))));
        }
        return one(reference);
    }

    private static Long seminarId(RebookingRequest request) {
        return request == null ? null : request.seminarId();
    }
}
