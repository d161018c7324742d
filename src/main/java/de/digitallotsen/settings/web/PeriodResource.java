package de.digitallotsen.settings.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.settings.CarryOver;
import de.digitallotsen.settings.OpenPeriod;
import de.digitallotsen.settings.PeriodSearch;
import de.digitallotsen.settings.WithdrawPeriod;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The funding periods for programs. */
@Path("/api/v1/periods")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.MINISTRY_NAME)
@Tag(name = "Fördermittel", description = "Budget, Buchungen, Prüfung (R8–R12)")
public class PeriodResource {

    private final PeriodSearch search;
    private final OpenPeriod open;
    private final CarryOver carry;
    private final WithdrawPeriod withdraw;
    private final CurrentUser user;

    PeriodResource(PeriodSearch search, OpenPeriod open, CarryOver carry, WithdrawPeriod withdraw, CurrentUser user) {
        this.withdraw = withdraw;
        this.search = search;
        this.open = open;
        this.carry = carry;
        this.user = user;
    }

    /** A period with its money. */
    @Schema(name = "Period")
    public record PeriodJson(
            String id,
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            long allocatedCents,
            long reservedCents,
            long spentCents,
            long availableCents,

            @Schema(description = "seit wann er zurückgezogen ist; fehlt, solange er gilt")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Instant withdrawnAt) {
        static PeriodJson of(PeriodSearch.PeriodMoney period) {
            return new PeriodJson(
                    String.valueOf(period.id()),
                    period.name(),
                    period.firstDay(),
                    period.lastDay(),
                    period.totals().allocated(),
                    period.totals().reserved(),
                    period.totals().spent(),
                    period.totals().available(),
                    period.withdrawnAt());
        }
    }

    @GET
    @Operation(summary = "Förderzeiträume")
    public List<PeriodJson> all() {
        return search.all(user.actor()).stream().map(PeriodJson::of).toList();
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Förderzeiträume als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "Mit ihren Mitteln; CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen.")
    public Table list() {
        return PeriodTable.of(search.all(user.actor()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Ein Förderzeitraum")
    public PeriodJson one(@PathParam("id") String id) {
        return PeriodJson.of(search.require(user.actor(), Params.id(id)));
    }

    @POST
    @Operation(
            summary = "Förderzeitraum anlegen",
            description = "Zeiträume überschneiden sich nie: 409 PERIOD_OVERLAPS. Lücken sind erlaubt.")
    @APIResponse(responseCode = "201", description = "Angelegt")
    public Response open(OpenPeriod.Command command) {
        long id = open.handle(user.actor(), command == null ? new OpenPeriod.Command(null, null, null, null) : command);
        return Response.created(URI.create("/api/v1/periods/" + id))
                .entity(one(String.valueOf(id)))
                .build();
    }

    @POST
    @Path("/{id}/carry-over")
    @Operation(
            summary = "Rest übertragen",
            description = "Aus einem beendeten Zeitraum in den heutigen, sonst in den nächsten; nie mehr, als dort"
                    + " verfügbar ist. Zwei Buchungen, beide oder keine; was frei wird, geht gleich an die"
                    + " Wartenden (R14). 409 PERIOD_NOT_ENDED, NO_LATER_PERIOD, BUDGET_BELOW_COMMITTED.")
    public List<PeriodJson> carryOver(@PathParam("id") String id, CarryOver.Command command) {
        carry.handle(user.actor(), Params.id(id), command == null ? new CarryOver.Command(null, null) : command);
        return all();
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(
            summary = "Zurückziehen",
            description = "Ein versehentlich angelegter Zeitraum, den niemand benutzt hat: kein Seminar, keine Buchung"
                    + " außer der ersten Zuweisung. Seine Buchungen bleiben, seine Tage sind wieder frei."
                    + " 409 PERIOD_IN_USE, PERIOD_WITHDRAWN.")
    public PeriodJson withdraw(@PathParam("id") String id, WithdrawPeriod.Command command) {
        withdraw.handle(user.actor(), Params.id(id), command == null ? new WithdrawPeriod.Command(null) : command);
        return one(id);
    }
}
