package de.digitallotsen.account.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.account.Invitations;
import de.digitallotsen.account.InviteUser;
import de.digitallotsen.account.Users;
import de.digitallotsen.account.WithdrawInvitation;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.PublicInformation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts and invitations for programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Zugang")
public class AccountResource {

    private final Users users;
    private final Invitations invitations;
    private final InviteUser invite;
    private final WithdrawInvitation withdraw;
    private final CurrentUser user;
    private final PublicInformation information;

    AccountResource(
            Users users,
            Invitations invitations,
            InviteUser invite,
            WithdrawInvitation withdraw,
            CurrentUser user,
            PublicInformation information) {
        this.users = users;
        this.invitations = invitations;
        this.invite = invite;
        this.withdraw = withdraw;
        this.user = user;
        this.information = information;
    }

    /** Who is invited. */
    @Schema(name = "InvitationRequest")
    public record InvitationRequest(
            @Schema(examples = "KOMMUNE") Role role,

            @Schema(examples = "032410010010", description = "nur für KOMMUNE")
            String kommuneArs,

            @Schema(examples = "petra.langner@langenhagen.example")
            String email) {}

    /** What was sent; the link stands here only if no mail brings it, and only this once. */
    @Schema(name = "Invitation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InvitationJson(
            String id,
            String email,
            @Schema(examples = "/einladung/…") String link,
            Instant expiresAt) {}

    @GET
    @Path("/accounts")
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME, Role.KOMMUNE_NAME})
    @Operation(
            summary = "Zugänge",
            description = "Nach Rolle, Kommune und Name: für das NSI seine eigenen und die der Personalstellen, für das"
                    + " Ministerium und die Rechnungsprüfung die dieser beiden, für Personalstellen die ihrer Kommune.")
    public Page<Users.Listed> accounts(
            @QueryParam("q") String q,
            @QueryParam("role") @Parameter(schema = @Schema(implementation = Role.class)) String role,
            @QueryParam("kommuneArs") String kommuneArs,
            @QueryParam("active") String active,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        String ars = kommuneArs == null || kommuneArs.isBlank() ? null : kommuneArs.strip();
        return users.list(
                user.actor(),
                new Users.Filter(q, Params.choice("role", role, Role.class), ars, Params.flag("active", active)),
                Params.page(page, size));
    }

    @POST
    @Path("/invitations")
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME, Role.KOMMUNE_NAME})
    @Operation(
            summary = "Einladen",
            description =
                    "Schickt einen Link an diese Adresse, mit dem sich einmal, sieben Tage lang, ein Zugang mit genau"
                            + " dieser Adresse einrichten lässt. Eine offene Einladung an dieselbe Adresse ersetzt er."
                            + " Personalstellen laden nur für ihre eigene Kommune ein, das NSI für sich und Kommunen,"
                            + " das Ministerium für sich und die Rechnungsprüfung (sonst 403 ROLE_NOT_YOURS)."
                            + " Zu viele an einem Tag von einem Zugang, einer Kommune oder an eine Adresse: 429"
                            + " INVITED_TOO_OFTEN.")
    public Response invite(InvitationRequest request) {
        InvitationRequest wanted = request == null ? new InvitationRequest(null, null, null) : request;
        InviteUser.Invited invited = invite.handle(
                user.actor(),
                new InviteUser.Command(wanted.role(), wanted.kommuneArs(), wanted.email(), information.publicUrl()));
        return Response.status(201)
                .entity(new InvitationJson(
                        String.valueOf(invited.id()),
                        invited.email(),
                        invited.mailed() ? null : information.publicUrl() + "/einladung/" + invited.token(),
                        invited.expiresAt()))
                .build();
    }

    @GET
    @Path("/invitations")
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME, Role.KOMMUNE_NAME})
    @Operation(summary = "Offene Einladungen", description = "Derer, die man selbst einladen kann; die älteste zuerst.")
    public Page<Invitations.Open> invitations(@QueryParam("page") String page, @QueryParam("size") String size) {
        return invitations.open(user.actor(), Params.page(page, size));
    }

    @DELETE
    @Path("/invitations/{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME, Role.KOMMUNE_NAME})
    @Operation(summary = "Einladung zurückziehen", description = "Ihr Link führt danach nirgendwohin.")
    @APIResponse(responseCode = "204", description = "Zurückgezogen")
    public void withdraw(@PathParam("id") String id) {
        withdraw.handle(user.actor(), Params.id(id));
    }
}
