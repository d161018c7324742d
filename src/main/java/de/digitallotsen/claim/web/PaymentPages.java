package de.digitallotsen.claim.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.claim.Claim;
import de.digitallotsen.claim.ClaimFigures;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.claim.ClaimSheets;
import de.digitallotsen.claim.ClaimStatus;
import de.digitallotsen.claim.ClaimTotals;
import de.digitallotsen.claim.PayClaim;
import de.digitallotsen.shared.Foresight;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CheckedActs;
import de.digitallotsen.shared.web.CheckedForm;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Params;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The Ministry notes what it has paid on a claim, after a look at what that changes (R29, R33). */
@Path("/mittelabrufe/{id}/zahlung")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class PaymentPages {

    private final ClaimSearch search;
    private final ClaimFigures figures;
    private final PayClaim pay;
    private final CurrentUser user;
    private final CheckedActs acts;

    PaymentPages(ClaimSearch search, ClaimFigures figures, PayClaim pay, CurrentUser user, CheckedActs acts) {
        this.search = search;
        this.figures = figures;
        this.pay = pay;
        this.user = user;
        this.acts = acts;
    }

    /**
     * The claim that is to be paid.
     *
     * @param refusal why it cannot be paid by who looks, or not now; null if it can
     */
    public record Payable(
            long id, String number, String period, long amountCents, Instant approvedAt, String refusal) {}

    @CheckedTemplate(basePath = "claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaymentPage(Payable claim, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("eingaben") String entry) {
        user.actor().require(Role.MINISTRY);
        return page(Params.id(id), acts.typedOr(entry, Form::of));
    }

    private PaymentPage page(long id, Form form) {
        Claim claim = search.require(user.actor(), id);
        return new PaymentPage(
                new Payable(
                        claim.id(),
                        claim.number(),
                        claim.period().name(),
                        claim.amountCents(),
                        claim.approvedAt(),
                        claim.status() == ClaimStatus.APPROVED
                                ? claim.refusalToPay(user.actor())
                                        .map(RefusedException::text)
                                        .orElse(null)
                                : Messages.text("claim.not-to-be-paid", "status", claim.status())),
                form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return checked(Params.id(id))
                .sent(
                        Form.sent(fields),
                        token -> Link.to("/mittelabrufe/{id}/zahlung/pruefen/{entry}", Params.id(id), token));
    }

    @GET
    @Path("/pruefen/{entry}")
    public Response showCheck(@PathParam("id") String id, @PathParam("entry") String entry) {
        return checked(Params.id(id)).checked(entry);
    }

    @POST
    @Path("/pruefen/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @PathParam("id") String id, @PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return checked(Params.id(id)).confirmed(entry, Form.sent(fields));
    }

    private CheckedForm checked(long id) {
        return new CheckedForm(
                acts,
                (form, token) -> check(id, form, token),
                form -> pay(id, form),
                again -> page(id, again),
                CheckedActs.Deed.of("mittelabruf-gezahlt", Link.to(ClaimDetailPages.class, id), "claim"));
    }

    private Check check(long id, Form form, String token) {
        Claim claim = search.require(user.actor(), id);
        long period = claim.period().id();
        String status = Messages.label(claim.status());
        ClaimTotals before = figures.of(period).latest();
        Foresight.Done<After> rehearsed = acts.rehearse(() -> {
            pay(id, form);
            Claim paid = search.require(user.actor(), id);
            return new After(
                    Messages.label(paid.status()),
                    ClaimSheets.paid(search.payment(paid)),
                    figures.of(period).latest());
        });
        After after = rehearsed.result();
        return Check.of(
                        Messages.text("claim.payment-title", "number", claim.number()),
                        Messages.text(
                                "claim.payment-lead",
                                "number",
                                claim.number(),
                                "amount",
                                German.euro(claim.amountCents())),
                        Messages.text("claim.payment-button"),
                        Link.to("/mittelabrufe/{id}/zahlung", id)
                                .with("eingaben", token)
                                .address())
                .changing(List.of(
                        new Check.Row("Stand", status, after.status()),
                        new Check.Row("Zahlung", "", after.payment()),
                        new Check.Row(
                                "Gezahlt im Förderzeitraum",
                                German.euro(before.paid()),
                                German.euro(after.totals().paid())),
                        new Check.Row(
                                "Abgerufen, noch nicht gezahlt",
                                German.euro(before.unpaid()),
                                German.euro(after.totals().unpaid()))))
                .with(List.of(Messages.text("claim.payment-stays")))
                .foreseeing(rehearsed.consequences(), false);
    }

    private record After(String status, String payment, ClaimTotals totals) {}

    private void pay(long id, Form form) {
        Input input = new Input();
        Long cents = German.parseEuro(form.value("amountCents")).orElse(null);
        input.check(cents != null || form.value("amountCents").isBlank(), "amountCents", "budget.amount");
        input.throwIfWrong();
        pay.handle(
                user.actor(),
                id,
                new PayClaim.Command(form.day("valueDate", "Wertstellung"), cents, form.value("reference")));
    }
}
