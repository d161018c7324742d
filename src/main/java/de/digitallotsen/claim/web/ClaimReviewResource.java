package de.digitallotsen.claim.web;

import java.time.LocalDate;

import de.digitallotsen.claim.ApproveClaim;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.claim.PayClaim;
import de.digitallotsen.claim.ReturnClaim;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the Ministry does with a claim, for programs. */
@Path("/api/v1/claims/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mittelabrufe")
@RolesAllowed(Role.MINISTRY_NAME)
public class ClaimReviewResource {

    private final ClaimSearch search;
    private final ReturnClaim sendBack;
    private final ApproveClaim approve;
    private final PayClaim pay;
    private final CurrentUser user;

    ClaimReviewResource(
            ClaimSearch search, ReturnClaim sendBack, ApproveClaim approve, PayClaim pay, CurrentUser user) {
        this.search = search;
        this.sendBack = sendBack;
        this.approve = approve;
        this.pay = pay;
        this.user = user;
    }

    /** Why it is sent back. */
    @Schema(name = "ClaimRemark")
    public record RemarkJson(
            @Schema(examples = "Bitte den Termin vom 1. März herausnehmen.")
            String remark) {}

    /** What was paid. */
    @Schema(name = "ClaimPaymentRequest")
    public record PaymentRequestJson(
            @Schema(description = "Wertstellung, von der Genehmigung bis heute", examples = "2027-02-03")
            LocalDate valueDate,

            @Schema(description = "gezahlt; muss der Betrag des Mittelabrufs sein", examples = "1000000")
            Long amountCents,

            @Schema(description = "Kassenzeichen", examples = "0420 1234 5678")
            String reference) {
        /** @param sent null where nothing was sent: the use case says what is missing */
        static PayClaim.Command command(PaymentRequestJson sent) {
            return sent == null
                    ? new PayClaim.Command(null, null, null)
                    : new PayClaim.Command(sent.valueDate(), sent.amountCents(), sent.reference());
        }
    }

    @POST
    @Path("/return")
    @Operation(summary = "Mit einer Bemerkung zurückgeben")
    public ClaimJson sendBack(@PathParam("id") String id, RemarkJson remark) {
        sendBack.handle(user.actor(), Params.id(id), remark == null ? null : remark.remark());
        return claim(id);
    }

    @POST
    @Path("/approval")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Genehmigen",
            description = "Nie durch die Person, die ihn zusammengestellt oder eingereicht hat (409 FOUR_EYES).")
    public ClaimJson approve(@PathParam("id") String id) {
        approve.handle(user.actor(), Params.id(id));
        return claim(id);
    }

    @POST
    @Path("/payment")
    @Operation(
            summary = "Zahlung vermerken",
            description = "Mit Wertstellung, Betrag und Kassenzeichen; nie durch die Person, die ihn genehmigt hat"
                    + " (409 FOUR_EYES), und nie ein anderer Betrag als der abgerufene (409 AMOUNT_DIFFERS).")
    public ClaimJson pay(@PathParam("id") String id, PaymentRequestJson payment) {
        pay.handle(user.actor(), Params.id(id), PaymentRequestJson.command(payment));
        return claim(id);
    }

    private ClaimJson claim(String id) {
        return ClaimJson.whole(search.require(user.actor(), Params.id(id)), search);
    }
}
