package de.digitallotsen.registration.web;

import de.digitallotsen.registration.DryRuns;
import de.digitallotsen.registration.PreviewRegistration;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Problem;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registrations for programs. */
@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Anmeldungen", description = "Personen anmelden, Anmeldungen finden und stornieren (R3–R9, R13–R15)")
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegistrationResource {

    private final RegisterParticipant register;
    private final PreviewRegistration preview;
    private final DryRuns dryRuns;
    private final RegistrationSearch search;
    private final RegistrationTable table;
    private final CurrentUser user;

    RegistrationResource(
            RegisterParticipant register,
            PreviewRegistration preview,
            DryRuns dryRuns,
            RegistrationSearch search,
            RegistrationTable table,
            CurrentUser user) {
        this.register = register;
        this.preview = preview;
        this.dryRuns = dryRuns;
        this.search = search;
        this.table = table;
        this.user = user;
    }

    @POST
    @Path("/preview")
    @Operation(
            summary = "Vorschau",
            description = "Sagt nach denselben Regeln, was eine Anmeldung jetzt ergäbe: bestätigt, Warteliste oder"
                    + " abgelehnt. Ändert nichts.")
    public RegistrationPreviewJson preview(RegistrationRequestJson request) {
        return RegistrationPreviewJson.of(
                dryRuns.registering(user.actor(), RegistrationRequestJson.application(request), DryRuns.Door.PROGRAM));
    }

    @POST
    @Operation(
            summary = "Person anmelden",
            description =
                    "Dieselbe Anfrage mit demselben Idempotency-Key wirkt nur einmal und gibt dieselbe Antwort (R24)."
                            + " Mit expect geschieht nur, was gezeigt wurde (R29).")
    @APIResponse(
            responseCode = "201",
            description = "Bestätigt oder auf der Warteliste, siehe status",
            content = @Content(schema = @Schema(implementation = RegistrationJson.class)))
    @APIResponse(
            responseCode = "409",
            description = "Abgelehnt; code nennt die Regel",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "IDEMPOTENCY_KEY_REUSED",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response register(
            RegistrationRequestJson request,
            @HeaderParam("Idempotency-Key") @Parameter(example = "3d7c2b1e-5f0a-4c55-9d0e-1f2a3b4c5d6e") String key) {
        String reference = register(new RegisterParticipant.Command(
                RegistrationRequestJson.application(request), key, RegistrationRequestJson.expect(request)));
        return Response.created(
                        Link.to("/api/v1/registrations/{reference}", reference).uri())
                .entity(one(reference))
                .build();
    }

    private String register(RegisterParticipant.Command command) {
        try {
            return register.handle(user.actor(), command);
        } catch (ChangedSincePreviewException changed) {
            throw changed.showing(RegistrationPreviewJson.of(preview.handle(user.actor(), command.application())));
        }
    }

    @GET
    @Operation(
            summary = "Anmeldungen",
            description = "Personalstellen sehen die der eigenen Kommune, das NSI alle. Neueste zuerst.")
    public Page<RegistrationJson> find(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = RegistrationStatus.class)) String status,
            @QueryParam("seminarId") String seminarId,
            @QueryParam("q") String q,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        RegistrationSearch.Filter filter = new RegistrationSearch.Filter(
                Params.choice("status", status, RegistrationStatus.class),
                Params.longNumber("seminarId", seminarId),
                null,
                q);
        return RegistrationJson.withHistories(
                search.find(user.actor(), filter, RegistrationSearch.Order.NEWEST, Params.page(page, size)), search);
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Anmeldungen als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen.")
    public Table list(
            @QueryParam("status") String status,
            @QueryParam("seminarId") String seminarId,
            @QueryParam("q") String text) {
        return table.registrations(user.actor(), status, text, Params.longNumber("seminarId", seminarId));
    }

    @GET
    @Path("/{reference}")
    @Operation(
            summary = "Eine Anmeldung",
            description = "Mit ihrem Verlauf. Die Referenz darf klein und mit Bindestrich geschrieben sein.")
    public RegistrationJson one(@PathParam("reference") String reference) {
        RegistrationView view = search.require(user.actor(), reference);
        return RegistrationJson.of(view, search.history(view.registration()));
    }
}
