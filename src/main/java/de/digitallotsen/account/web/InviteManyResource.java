package de.digitallotsen.account.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.account.InvitationList;
import de.digitallotsen.account.InvitationPlan;
import de.digitallotsen.account.InvitationPlan.InvitationOutcome;
import de.digitallotsen.account.InviteMany;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.PublicInformation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many invitations at once, for programs. */
@Path("/api/v1/invitations/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Zugang")
@RolesAllowed(Role.NSI_NAME)
public class InviteManyResource {

    private final InvitationPlan plan;
    private final InviteMany invite;
    private final CurrentUser user;
    private final PublicInformation information;

    InviteManyResource(InvitationPlan plan, InviteMany invite, CurrentUser user, PublicInformation information) {
        this.plan = plan;
        this.invite = invite;
        this.user = user;
        this.information = information;
    }

    /** One person of one Kommune. */
    @Schema(name = "BulkInvitation")
    public record EntryJson(
            @Schema(examples = "032410010010", description = "Regionalschlüssel oder Name")
            String kommune,

            @Schema(examples = "personal@langenhagen.example")
            String email) {}

    /** What becomes of one. */
    @Schema(name = "BulkInvitationResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResultJson(
            @Schema(description = "gezählt ab 1") int number,

            @Schema(description = "fehlt, wo nicht sicher ist, welche Kommune gemeint ist")
            String kommuneArs,

            String kommune,
            String email,
            InvitationOutcome outcome,
            String message,

            @Schema(description = "ob eine Einladung verschickt ist, mit dryRun: würde")
            boolean sent,

            @Schema(description = "nur, wo keine E-Mail hinausgeht, und nur dieses eine Mal")
            String link) {}

    @POST
    @Operation(
            summary = "Viele Personalstellen einladen",
            description = "Bis zu 500, eine Antwort je Zeile. Wer schon einen Zugang hat oder eingeladen ist, wird"
                    + " nicht noch einmal eingeladen; mit again=true bekommen offene Einladungen einen neuen Link."
                    + " dryRun=true: nur die Vorschau, nichts ändert sich. In einer Stunde gehen höchstens 500"
                    + " hinaus (429 TOO_MANY_INVITATIONS); eine Adresse, an die an einem Tag schon viele gingen, wird"
                    + " abgewiesen (REJECTED).")
    public List<ResultJson> invite(
            List<EntryJson> entries, @QueryParam("again") String again, @QueryParam("dryRun") String dryRun) {
        List<EntryJson> given = entries == null ? List.of() : entries;
        List<InvitationList.Line> lines = IntStream.range(0, given.size())
                .mapToObj(i -> given.get(i) == null
                        ? InvitationList.Line.of(i + 1, null, null)
                        : InvitationList.Line.of(
                                i + 1, given.get(i).kommune(), given.get(i).email()))
                .toList();
        boolean more = Boolean.TRUE.equals(Params.flag("again", again));
        InvitationPlan.Plan before = plan.of(user.actor(), lines);
        Map<Integer, InviteMany.Sent> sent = Boolean.TRUE.equals(Params.flag("dryRun", dryRun))
                ? null
                : invite
                        .handle(user.actor(), new InviteMany.Command(lines, more, null, information.publicUrl()))
                        .stream()
                        .collect(Collectors.toMap(InviteMany.Sent::number, Function.identity()));
        List<Integer> wanted =
                before.toSend(more).stream().map(InvitationPlan.Planned::number).toList();
        return before.lines().stream()
                .map(line -> sent == null
                        ? result(line, wanted.contains(line.number()), null)
                        : result(line, sent.containsKey(line.number()), sent.get(line.number())))
                .toList();
    }

    private ResultJson result(InvitationPlan.Planned line, boolean sent, InviteMany.Sent invited) {
        boolean link = invited != null && !invited.invitation().mailed();
        return new ResultJson(
                line.number(),
                line.ars(),
                line.kommune(),
                line.email(),
                line.outcome(),
                line.message(),
                sent,
                link
                        ? information.publicUrl() + "/einladung/"
                                + invited.invitation().token()
                        : null);
    }
}
