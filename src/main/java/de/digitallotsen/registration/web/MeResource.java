package de.digitallotsen.registration.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.kommune.PlaceCounts;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.SignedIn;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who am I, and what has my Kommune left? */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Zugang")
public class MeResource {

    private final CurrentUser user;
    private final PlaceCounts places;

    MeResource(CurrentUser user, PlaceCounts places) {
        this.user = user;
        this.places = places;
    }

    /** Who is signed in; Kommune and places only for personnel staff. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Me(String email, String name, Role role, KommuneOfMine kommune, Places places) {}

    /** One's own Kommune. */
    public record KommuneOfMine(String ars, String displayName) {}

    /** The Förderplätze of one's own Kommune (R3). */
    public record Places(int total, int used, int free) {}

    @GET
    @Authenticated
    @Operation(
            summary = "Eigener Zugang",
            description = "Personalstellen sehen auch, wie viele Förderplätze ihrer Kommune belegt sind.")
    public Me me() {
        SignedIn me = user.signedIn().orElseThrow();
        if (me.role() != Role.KOMMUNE) {
            return new Me(me.email(), me.name(), me.role(), null, null);
        }
        PlaceCounts.Count count =
                places.count(List.of(me.kommuneArs())).getOrDefault(me.kommuneArs(), new PlaceCounts.Count(0, 0));
        return new Me(
                me.email(),
                me.name(),
                me.role(),
                new KommuneOfMine(me.kommuneArs(), me.kommuneName()),
                new Places(count.total(), count.used(), count.free()));
    }
}
