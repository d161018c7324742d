package de.digitallotsen.proof.web;

import java.util.List;

import de.digitallotsen.proof.ProduceProof;
import de.digitallotsen.proof.ProofOfUse;
import de.digitallotsen.proof.ProofSearch;
import de.digitallotsen.proof.ProofVersion;
import de.digitallotsen.proof.ReadProofOfUse;
import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
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

/** The NSI writes the narrative and issues a version of the proof of use. */
@Path("/verwendungsnachweis/erstellen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class ProducePages {

    private final ProduceProof produce;
    private final ReadProofOfUse read;
    private final ProofSearch stored;
    private final CheckedActs acts;
    private final CurrentUser user;

    ProducePages(ProduceProof produce, ReadProofOfUse read, ProofSearch stored, CheckedActs acts, CurrentUser user) {
        this.produce = produce;
        this.read = read;
        this.stored = stored;
        this.acts = acts;
        this.user = user;
    }

    @CheckedTemplate(basePath = "proof", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProducePage(ProofOfUse proof, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@QueryParam("zeitraum") String period, @QueryParam("eingaben") String entry) {
        Long chosen = Params.longNumber("zeitraum", period);
        return page(acts.typedOr(entry, () -> asItStands(now(chosen))));
    }

    /** Narrative and place of the version before: what was written is gone on with. */
    private Form asItStands(ProofOfUse proof) {
        long period = proof.period().id();
        return stored.newest(user.actor(), period)
                .map(before -> withTextsOf(before, period))
                .orElseGet(() -> Form.of("zeitraum", String.valueOf(period)));
    }

    private static Form withTextsOf(ProofVersion before, long period) {
        return Form.of("zeitraum", String.valueOf(period), "narrative", before.narrative(), "place", before.place());
    }

    private ProofOfUse now(Long period) {
        return read.handle(user.actor(), ReadProofOfUse.Command.of(period));
    }

    private ProducePage page(Form form) {
        return new ProducePage(now(period(form)), form);
    }

    private static Long period(Form form) {
        return Params.longNumber("zeitraum", form.value("zeitraum"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return producing(period(form))
                .sent(form, token -> Link.to("/verwendungsnachweis/erstellen/pruefen/{entry}", token));
    }

    private CheckedForm producing(Long period) {
        return new CheckedForm(
                acts,
                this::check,
                this::produce,
                this::page,
                CheckedActs.Deed.of(
                        "nachweis-ausgestellt", Link.to(ProofPages.class).with("zeitraum", period), "proof"));
    }

    private void produce(Form form) {
        produce.handle(
                user.actor(), new ProduceProof.Command(period(form), form.value("narrative"), form.value("place")));
    }

    private Check check(Form form, String token) {
        Consequences consequences = acts.foresee(() -> produce(form));
        ProofOfUse proof = now(period(form));
        boolean draft = proof.draft() || form.value("narrative").isBlank();
        return Check.of(
                        Messages.text(draft ? "proof.check-title-draft" : "proof.check-title"),
                        Messages.text(
                                "proof.check-lead", "period", proof.period().name()),
                        Messages.text(draft ? "proof.check-button-draft" : "proof.check-button"),
                        Link.to(ProducePages.class)
                                .with("zeitraum", proof.period().id())
                                .with("eingaben", token)
                                .address())
                .changing(List.of(
                        new Check.Row("Festgestellt", "", German.euro(proof.spent())),
                        new Check.Row("Gezahlt", "", German.euro(proof.paid())),
                        new Check.Row("Nicht festgestellt", "", German.euro(proof.unused())),
                        new Check.Row("Ort", "", form.value("place"))))
                .warning(proof.missing())
                .with(List.of(
                        Messages.text("proof.check-effect"),
                        Messages.text(
                                form.value("narrative").isBlank() ? "proof.no-narrative" : "proof.narrative",
                                "n",
                                form.value("narrative").length())))
                .foreseeing(consequences, false);
    }

    @GET
    @Path("/pruefen/{entry}")
    public Response checked(@PathParam("entry") String entry) {
        return producing(null).checked(entry);
    }

    @POST
    @Path("/pruefen/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return producing(acts.typed(entry).map(ProducePages::period).orElse(null))
                .confirmed(entry, Form.sent(fields));
    }
}
