package de.digitallotsen.registration.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.registration.CheckFacts;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.registration.WhoIsTold;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Who takes over from whom and who will be written to, then the final click (R16, R29). */
@Path("/anmeldungen/{reference}/ersetzen/{entry}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class SubstituteCheckPages {

    /** Said on the page; whoever may not see it at all is sent away. */
    private static final Set<Integer> SHOWN = Set.of(409, 429);

    private final SubstituteParticipant substitute;
    private final KeptEntries entries;
    private final CheckFacts facts;
    private final RegistrationSearch search;
    private final FinalClicks clicks;
    private final CurrentUser user;
    private final Clock clock;

    SubstituteCheckPages(
            SubstituteParticipant substitute,
            KeptEntries entries,
            CheckFacts facts,
            RegistrationSearch search,
            FinalClicks clicks,
            CurrentUser user,
            Clock clock) {
        this.substitute = substitute;
        this.entries = entries;
        this.facts = facts;
        this.search = search;
        this.clicks = clicks;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What it will do.
     *
     * @param person who takes over
     * @param expect who takes part until now and who gets a mail, which the final click carries; empty if it is not
     *     possible any more
     * @param refusal why it is not; empty if it is
     * @param back to the form, with everything that was typed
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SubstituteCheckPage(
            RegistrationLine registration,
            Participant.Details person,
            String expect,
            String refusal,
            CheckLines lines,
            String back,
            Form form)
            implements TemplateInstance {}

    static Link linkTo(String reference, String entry) {
        return Link.to(SubstituteCheckPages.class, reference, entry);
    }

    private static Link done(String reference) {
        return ResultPages.linkTo(reference).saying("ersetzt");
    }

    @GET
    public Response show(@PathParam("reference") String reference, @PathParam("entry") String entry) {
        search.require(user.actor(), reference);
        KeptEntries.Entry kept = entries.require(user.actor(), entry);
        return kept.isDone()
                ? done(kept.result()).seeOther()
                : Response.ok(page(reference, entry, person(kept), Form.of())).build();
    }

    private static Participant.Details person(KeptEntries.Entry kept) {
        return RegisterPages.person(Form.kept(kept.typed()), "participant.");
    }

    private SubstituteCheckPage page(String reference, String entry, Participant.Details person, Form form) {
        List<WhoIsTold.Told> told = facts.toldOfSubstituting(user.actor(), reference, person);
        String expect = "";
        String refusal = "";
        try {
            expect = WhoIsTold.mark(told) + ':' + substitute.preview(user.actor(), reference, person);
        } catch (InvalidInputException meanwhile) {
            // The form took it: since then somebody else has named the same person, or corrected the address to it.
            refusal = meanwhile.violations().stream().map(Violation::message).collect(Collectors.joining(" "));
        } catch (RefusedException refused) {
            if (!SHOWN.contains(refused.refusal().status())) {
                throw refused;
            }
            refusal = refused.text();
        }
        return new SubstituteCheckPage(
                RegistrationLine.of(search.require(user.actor(), reference), clock.instant()),
                person,
                expect,
                refusal,
                CheckLines.of(told),
                Link.to(SubstitutePages.class, reference)
                        .with("eingaben", entry)
                        .toString(),
                form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response substitute(
            @PathParam("reference") String reference,
            @PathParam("entry") String entry,
            MultivaluedMap<String, String> fields) {
        return clicks.on(
                entry,
                fields,
                new FinalClicks.Ways(
                        linkTo(reference, entry),
                        expect -> !expect.isEmpty(),
                        SubstituteCheckPages::done,
                        (kept, again) -> page(reference, entry, person(kept), again)),
                (kept, click) -> entries.once(user.actor(), entry, () -> {
                    substitute.handle(user.actor(), command(reference, person(kept), click.value(Check.EXPECT)));
                    return reference;
                }));
    }

    /** What was tampered with names neither the one nor the others. */
    private static SubstituteParticipant.Command command(String reference, Participant.Details person, String expect) {
        int end = expect.indexOf(':');
        return new SubstituteParticipant.Command(
                reference, person, expect.substring(end + 1), end < 0 ? "" : expect.substring(0, end));
    }
}
