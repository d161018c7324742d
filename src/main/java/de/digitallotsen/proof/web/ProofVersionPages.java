package de.digitallotsen.proof.web;

import java.util.List;

import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.proof.AcceptProof;
import de.digitallotsen.proof.ProofSearch;
import de.digitallotsen.proof.ProofVersion;
import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.German;
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
import de.digitallotsen.shared.web.Table;
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

/** One stored version of a proof of use: its files with their hashes, and how the Ministry accepts it. */
@Path("/verwendungsnachweis/{id: \\d+}")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ProofVersionPages {

    private static final String CHECK = "/verwendungsnachweis/{id}/abnehmen/pruefen/{entry}";

    private final ProofSearch search;
    private final AcceptProof accept;
    private final CheckedActs acts;
    private final CurrentUser user;

    ProofVersionPages(ProofSearch search, AcceptProof accept, CheckedActs acts, CurrentUser user) {
        this.search = search;
        this.accept = accept;
        this.acts = acts;
        this.user = user;
    }

    /**
     * @param paragraphs of the narrative
     * @param mayAccept the one who looks is of the Ministry and it waits to be accepted
     * @param refusal why not by the one who looks, or null
     */
    @CheckedTemplate(basePath = "proof", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record VersionPage(ProofSearch.Shown shown, List<String> paragraphs, boolean mayAccept, String refusal, Form form)
            implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("eingaben") String entry) {
        return page(Params.id(id), acts.typedOr(entry, Form::of));
    }

    private VersionPage page(long id, Form form) {
        ProofSearch.Shown shown = search.require(user.actor(), id);
        ProofVersion version = shown.version();
        String refusal = version.refusalToAccept(user.actor())
                .map(RefusedException::text)
                .orElse(null);
        return new VersionPage(
                shown, version.paragraphs(), user.actor().is(Role.MINISTRY) && !version.accepted(), refusal, form);
    }

    /** The file as it is stored. */
    @GET
    @Path("/nachweis.pdf")
    @Produces(MediaType.WILDCARD)
    public PdfFile pdf(@PathParam("id") String id) {
        return StoredFiles.pdf(search.pdf(user.actor(), Params.id(id)));
    }

    /** The file as it is stored. */
    @GET
    @Path("/nachweis")
    @Produces(Table.XLSX)
    public Response xlsx(@PathParam("id") String id) {
        return StoredFiles.xlsx(search.xlsx(user.actor(), Params.id(id)));
    }

    @POST
    @Path("/abnehmen")
    @RolesAllowed(Role.MINISTRY_NAME)
    @Produces(MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return accepting(Params.id(id)).sent(Form.sent(fields), token -> Link.to(CHECK, Params.id(id), token));
    }

    @GET
    @Path("/abnehmen/pruefen/{entry}")
    @RolesAllowed(Role.MINISTRY_NAME)
    @Produces(MediaType.TEXT_HTML)
    public Response checked(@PathParam("id") String id, @PathParam("entry") String entry) {
        return accepting(Params.id(id)).checked(entry);
    }

    @POST
    @Path("/abnehmen/pruefen/{entry}")
    @RolesAllowed(Role.MINISTRY_NAME)
    @Produces(MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @PathParam("id") String id, @PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return accepting(Params.id(id)).confirmed(entry, Form.sent(fields));
    }

    private CheckedForm accepting(long id) {
        return new CheckedForm(
                acts,
                (form, token) -> check(id, form, token),
                form -> accept(id, form),
                again -> page(id, again),
                CheckedActs.Deed.of("nachweis-abgenommen", Link.to(ProofVersionPages.class, id), "proof"));
    }

    private void accept(long id, Form form) {
        accept.handle(user.actor(), id, new AcceptProof.Command(form.value("remark")));
    }

    private Check check(long id, Form form, String token) {
        Consequences consequences = acts.foresee(() -> accept(id, form));
        ProofVersion version = search.require(user.actor(), id).version();
        return Check.of(
                        Messages.text("proof.accept-title"),
                        Messages.text("proof.accept-lead", "number", version.number()),
                        Messages.text("proof.accept-button"),
                        Link.to(ProofVersionPages.class, id)
                                .with("eingaben", token)
                                .address())
                .changing(List.of(
                        new Check.Row("Festgestellt", "", German.euro(version.spentCents())),
                        new Check.Row("Gezahlt", "", German.euro(version.paidCents())),
                        new Check.Row("Prüfsumme der PDF-Datei", "", version.pdfSha256()),
                        new Check.Row("Prüfvermerk", "", form.value("remark"))))
                .with(List.of(Messages.text("proof.accept-effect")))
                .foreseeing(consequences, false);
    }
}
