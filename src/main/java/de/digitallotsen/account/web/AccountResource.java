package de.digitallotsen.account.web;

import java.time.Instant;

import de.digitallotsen.account.InviteUser;
import de.digitallotsen.account.Users;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.PublicInformation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts and invitations for programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Zugang")
public class AccountResource {

    private final Users users;
    private final InviteUser invite;
    private final CurrentUser user;
    private final PublicInformation information;

    AccountResource(Users users, InviteUser invite, CurrentUser user, PublicInformation information) {
        this.users = users;
        this.invite = invite;
        this.user = user;
        this.information = information;
    }

    /** Who is invited. */
    @Schema(name = "InvitationRequest")
    public record InvitationRequest(
            @Schema(examples = "KOMMUNE") Role role,

            @Schema(examples = "032410010010", description = "nur für KOMMUNE")
            String kommuneArs) {}

    /** The link, to be passed on; it is shown only here. */
    @Schema(name = "Invitation")
    public record InvitationJson(
            @Schema(examples = "/einladung/…") String link, Instant expiresAt) {}

    @GET
    @Path("/accounts")
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Operation(
            summary = "Zugänge",
            description = "Nach Rolle, Kommune und Name: für das NSI seine eigenen und die der Personalstellen, für das"
                    + " Ministerium seine eigenen.")
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
            description = "Gibt einen Link, mit dem eine Person einmal, sieben Tage lang, einen Zugang einrichtet."
                    + " Personalstellen laden nur für ihre eigene Kommune ein, das NSI für sich und für Kommunen, das"
                    + " Ministerium für sich (sonst 403 ROLE_NOT_YOURS).")
    public Response invite(InvitationRequest request) {
        InviteUser.Invited invited = invite.handle(
                user.actor(),
                new InviteUser.Command(
                        request == null ? null : request.role(), request == null ? null : request.kommuneArs()));
        return Response.status(201)
                .entity(new InvitationJson(
                        information.publicUrl() + "/einladung/" + invited.token(), invited.expiresAt()))
                .build();
    }
}
