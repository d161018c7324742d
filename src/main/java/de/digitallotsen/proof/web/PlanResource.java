package de.digitallotsen.proof.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.proof.ChangePlan;
import de.digitallotsen.proof.FundingPlan;
import de.digitallotsen.proof.PlanSearch;
import de.digitallotsen.proof.PlanSearch.PlanOfPeriod;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The Förderentscheidung of a period for programs. */
@Path("/api/v1/periods/{id}/plan")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Verwendungsnachweis")
@RolesAllowed(Role.MINISTRY_NAME)
public class PlanResource {

    private final PlanSearch search;
    private final ChangePlan change;
    private final CurrentUser user;

    PlanResource(PlanSearch search, ChangePlan change, CurrentUser user) {
        this.search = search;
        this.change = change;
        this.user = user;
    }

    /** The money of a calendar year. */
    @Schema(name = "PlanYear")
    public record YearJson(Integer year, Long amountCents) {}

    /** A version of the plan. */
    @Schema(name = "FundingPlan")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlanJson(
            String periodId,
            @Schema(description = "1, 2, 3 … im Zeitraum") int version,

            @Schema(description = "der Zeitraum hat begonnen: Änderungen brauchen eine Begründung")
            boolean frozen,

            String decisionNumber,
            LocalDate decisionDate,
            @Schema(description = "Kapitel und Titel") String chapterTitle,
            String purpose,
            int rateBasisPoints,
            List<YearJson> years,
            long grantCents,
            String reason,
            Instant recordedAt,

            @Schema(description = "die früheren Fassungen, neueste zuerst; fehlt in ihnen selbst")
            List<PlanJson> earlier) {
        static PlanJson of(PlanOfPeriod plan) {
            return of(
                    plan,
                    plan.current(),
                    plan.versions().stream()
                            .skip(1)
                            .map(version -> of(plan, version, null))
                            .toList());
        }

        private static PlanJson of(PlanOfPeriod plan, FundingPlan version, List<PlanJson> earlier) {
            return new PlanJson(
                    String.valueOf(plan.periodId()),
                    version.version(),
                    plan.frozen(),
                    version.decisionNumber(),
                    version.decisionDate(),
                    version.chapterTitle(),
                    version.purpose(),
                    version.rateBasisPoints(),
                    version.years().entrySet().stream()
                            .map(year -> new YearJson(year.getKey(), year.getValue()))
                            .toList(),
                    version.grantCents(),
                    version.reason(),
                    version.recordedAt(),
                    earlier);
        }
    }

    /** What was decided. */
    @Schema(name = "FundingPlanChange")
    public record ChangeJson(
            @Schema(examples = "MI 34.2-01/2027") String decisionNumber,
            LocalDate decisionDate,
            @Schema(examples = "0301/684 70") String chapterTitle,
            String purpose,

            @Schema(description = "jedes Jahr des Zeitraums höchstens einmal; was fehlt, ist 0")
            List<YearJson> years,

            @Schema(description = "nötig, wenn ein Plan eines begonnenen Zeitraums geändert wird")
            String reason) {
        ChangePlan.Command command() {
            Map<Integer, Long> amounts = new TreeMap<>();
            Input input = new Input();
            for (YearJson one : years == null ? List.<YearJson>of() : years) {
                boolean usable = one != null && one.year() != null && !amounts.containsKey(one.year());
                input.check(usable, "years", "plan.year-twice");
                if (usable) {
                    amounts.put(one.year(), one.amountCents());
                }
            }
            input.throwIfWrong();
            return new ChangePlan.Command(decisionNumber, decisionDate, purpose, chapterTitle, amounts, reason);
        }
    }

    @GET
    @Operation(
            summary = "Förderentscheidung und Finanzierungsplan",
            description = "Die Fassung, die gilt, mit den früheren. 404, solange keine eingetragen ist.")
    public PlanJson show(@PathParam("id") String id) {
        PlanOfPeriod plan = search.of(user.actor(), Params.id(id));
        if (plan.current() == null) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
        return PlanJson.of(plan);
    }

    @PUT
    @Operation(
            summary = "Neue Fassung eintragen",
            description = "Keine Fassung wird je geändert. Hat der Zeitraum begonnen, braucht eine Änderung eine"
                    + " Begründung: 409 PLAN_FROZEN.")
    public PlanJson change(@PathParam("id") String id, ChangeJson sent) {
        ChangeJson wanted = sent == null ? new ChangeJson(null, null, null, null, null, null) : sent;
        change.handle(user.actor(), Params.id(id), wanted.command());
        return show(id);
    }
}
