package de.digitallotsen.settings.web;

import java.time.LocalDate;

import de.digitallotsen.registration.SimulateFirstPersons;
import de.digitallotsen.settings.PreferFirstPersons;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Preferring first persons, and what it would do. */
@Path("/api/v1/programme/first-persons")
@Tag(name = "Förderung")
@RolesAllowed(Role.MINISTRY_NAME)
public class FirstPersonsResource {

    private final PreferFirstPersons prefer;
    private final SimulateFirstPersons simulate;
    private final CurrentUser user;

    FirstPersonsResource(PreferFirstPersons prefer, SimulateFirstPersons simulate, CurrentUser user) {
        this.prefer = prefer;
        this.simulate = simulate;
        this.user = user;
    }

    /** How it stands, and what the money would do for those who wait. */
    @Schema(name = "FirstPersons")
    public record FirstPersonsJson(
            @Schema(description = "letzter Tag; null: alle in der Reihenfolge des Eingangs")
            LocalDate until,

            SimulateFirstPersons.Simulation simulation,

            @Schema(description = "Stand, der beim Ändern genannt werden kann")
            String version) {}

    /** Until when. */
    @Schema(name = "FirstPersonsChange")
    public record ChangeJson(
            LocalDate until,
            @Schema(description = "steht im Protokoll") String reason,

            @Schema(description = "der Stand, der gelesen wurde; 409 STALE, wenn jemand schneller war")
            String version) {}

    @GET
    @Operation(
            summary = "Vorrang für erste Personen, mit Simulation",
            description = "Was die verfügbaren Mittel und angenommene weitere (extraCents) für die bewirken, die auf"
                    + " Mittel warten: mit und ohne Vorrang.")
    public FirstPersonsJson show(@QueryParam("extraCents") String extraCents) {
        return new FirstPersonsJson(
                prefer.until(user.actor()),
                simulate.handle(user.actor(), Params.longNumber("extraCents", extraCents)),
                prefer.version(user.actor()));
    }

    @PUT
    @Operation(
            summary = "Vorrang einschalten, verlängern oder beenden",
            description = "Bis einschließlich until wird je Kommune nur die erste Person gefördert; until null"
                    + " beendet es. Was bestätigt ist, bleibt.")
    public FirstPersonsJson change(ChangeJson wanted) {
        ChangeJson given = wanted == null ? new ChangeJson(null, null, null) : wanted;
        prefer.handle(user.actor(), new PreferFirstPersons.Command(given.until(), given.reason(), given.version()));
        return show(null);
    }
}
