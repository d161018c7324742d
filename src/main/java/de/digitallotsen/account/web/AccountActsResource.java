package de.digitallotsen.account.web;

import de.digitallotsen.account.MoveAccount;
import de.digitallotsen.account.RemoveSecondFactor;
import de.digitallotsen.account.SwitchAccount;
import de.digitallotsen.account.Users;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One account for programs of those who look after it (R32). */
@Path("/api/v1/accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Zugang")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME, Role.KOMMUNE_NAME})
public class AccountActsResource {

    private final Users users;
    private final SwitchAccount switchAccount;
    private final MoveAccount move;
    private final RemoveSecondFactor removeFactor;
    private final CurrentUser user;

    AccountActsResource(
            Users users,
            SwitchAccount switchAccount,
            MoveAccount move,
            RemoveSecondFactor removeFactor,
            CurrentUser user) {
        this.users = users;
        this.switchAccount = switchAccount;
        this.move = move;
        this.removeFactor = removeFactor;
        this.user = user;
    }

    /** Where personnel staff belong from now on. */
    @Schema(name = "AccountMove")
    public record AccountMove(
            @Schema(examples = "032410010010") String kommuneArs) {}

    @GET
    @Operation(
            summary = "Ein Zugang",
            description = "Personalstellen finden nur die ihrer eigenen Kommune (sonst 404), auch zum Ändern.")
    public Users.Listed one(@PathParam("id") String id) {
        return users.require(user.actor(), Params.id(id));
    }

    @POST
    @Path("/deactivation")
    @Operation(
            summary = "Zugang sperren",
            description =
                    "Seine Sitzungen enden sofort. Niemand sperrt den eigenen (409 OWN_ACCOUNT); der letzte nutzbare"
                            + " Zugang des NSI und des Ministeriums bleibt (409 LAST_ACCOUNT).")
    public Users.Listed disable(@PathParam("id") String id) {
        switchAccount.handle(user.actor(), Params.id(id), false);
        return one(id);
    }

    @POST
    @Path("/activation")
    @Operation(summary = "Zugang freigeben")
    public Users.Listed enable(@PathParam("id") String id) {
        switchAccount.handle(user.actor(), Params.id(id), true);
        return one(id);
    }

    @POST
    @Path("/kommune")
    @RolesAllowed(Role.NSI_NAME)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Personalstelle einer anderen Kommune zuordnen",
            description = "Laufende Sitzungen folgen mit der nächsten Anfrage.")
    public Users.Listed move(@PathParam("id") String id, AccountMove wanted) {
        move.handle(user.actor(), Params.id(id), wanted == null ? null : wanted.kommuneArs());
        return one(id);
    }

    @POST
    @Path("/second-factor-removal")
    @Operation(
            summary = "Verlorenen zweiten Faktor abschalten",
            description = "Für andere Zugänge; den eigenen schaltet man unter /auth/second-factor/removal ab.")
    public Users.Listed removeFactor(@PathParam("id") String id) {
        removeFactor.handle(user.actor(), new RemoveSecondFactor.Command(Params.id(id), null, ""));
        return one(id);
    }
}
