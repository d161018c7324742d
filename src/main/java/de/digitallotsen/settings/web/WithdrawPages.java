package de.digitallotsen.settings.web;

import java.time.Instant;

import de.digitallotsen.settings.PeriodSearch;
import de.digitallotsen.settings.WithdrawPeriod;
import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
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

/** Withdrawing a funding period that was opened by mistake. */
@Path("/zeitraeume/{id}/zurueckziehen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class WithdrawPages {

    private final PeriodSearch search;
    private final WithdrawPeriod withdraw;
    private final CurrentUser user;
    private final CheckedActs acts;

    WithdrawPages(PeriodSearch search, WithdrawPeriod withdraw, CurrentUser user, CheckedActs acts) {
        this.search = search;
        this.withdraw = withdraw;
        this.user = user;
        this.acts = acts;
    }

    /**
     * @param refusal why it cannot be withdrawn, or null
     * @param at for when that holds
     */
    @CheckedTemplate(basePath = "settings", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WithdrawPage(Form form, PeriodSearch.PeriodMoney period, String refusal, Instant at)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("eingaben") String entry) {
        user.actor().require(Role.MINISTRY);
        return page(acts.typedOr(entry, Form::of), Params.id(id));
    }

    private WithdrawPage page(Form form, long periodId) {
        return new WithdrawPage(
                form,
                search.require(user.actor(), periodId),
                withdraw.refusal(user.actor(), periodId)
                        .map(RefusedException::text)
                        .orElse(null),
                search.now());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return withdrawing(Params.id(id))
                .sent(
                        Form.sent(fields),
                        token -> Link.to("/zeitraeume/{id}/zurueckziehen/pruefen/{entry}", Params.id(id), token));
    }

    private CheckedForm withdrawing(long periodId) {
        return new CheckedForm(
                acts,
                (form, token) -> {
                    PeriodSearch.PeriodMoney period = search.require(user.actor(), periodId);
                    Consequences consequences = acts.foresee(() -> withdraw(periodId, form));
                    return PeriodChecks.withdrawing(period, form.value("reason"), token)
                            .foreseeing(consequences, false);
                },
                form -> withdraw(periodId, form),
                form -> page(form, periodId),
                CheckedActs.Deed.of("zeitraum-zurueckgezogen", Link.to(PeriodPages.class), "periods"));
    }

    private void withdraw(long periodId, Form form) {
        withdraw.handle(user.actor(), periodId, new WithdrawPeriod.Command(form.value("reason")));
    }

    @GET
    @Path("/pruefen/{entry}")
    public Response check(@PathParam("id") String id, @PathParam("entry") String entry) {
        return withdrawing(Params.id(id)).checked(entry);
    }

    @POST
    @Path("/pruefen/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @PathParam("id") String id, @PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return withdrawing(Params.id(id)).confirmed(entry, Form.sent(fields));
    }
}
