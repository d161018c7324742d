package de.digitallotsen.registration.web;

import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Participants and waiting list of one seminar, for programs. */
@Path("/api/v1/seminars/{id}/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Anmeldungen")
@RolesAllowed(Role.NSI_NAME)
public class SeminarRegistrationsResource {

    private final RegistrationSearch search;
    private final RegistrationTable table;
    private final CurrentUser user;

    SeminarRegistrationsResource(RegistrationSearch search, RegistrationTable table, CurrentUser user) {
        this.search = search;
        this.table = table;
        this.user = user;
    }

    @GET
    @Operation(
            summary = "Teilnehmende und Warteliste eines Termins",
            description = "Bestätigte zuerst, dann die Warteliste in der Reihenfolge des Eingangs.")
    public Page<RegistrationJson> ofSeminar(
            @PathParam("id") String id, @QueryParam("page") String page, @QueryParam("size") String size) {
        RegistrationSearch.Filter filter = RegistrationSearch.Filter.ofSeminar(search.requireSeminar(Params.id(id)));
        return RegistrationJson.withHistories(
                search.find(user.actor(), filter, RegistrationSearch.Order.SEMINAR_LIST, Params.page(page, size)),
                search);
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Teilnehmende und Warteliste als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen.")
    public Table list(
            @PathParam("id") String id,
            @QueryParam("q") @Parameter(extensions = @Extension(name = InterfaceDescription.LIST, value = "true"))
                    String text) {
        return table.participants(user.actor(), id, text, null);
    }
}
