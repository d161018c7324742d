package de.digitallotsen.places.web;

import java.util.Map;

import de.digitallotsen.places.ImportEarlierUse;
import de.digitallotsen.shared.FileText;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Uploaded;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Notes places used in earlier periods from a CSV file, all or nothing: the file, then at an address of its own what it
 * would change, then the click that takes it over (R29).
 */
@Path("/abdeckung/fruehere")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class EarlierUsePages {

    private static final String CSV = "csv";

    private final ImportEarlierUse importEarlierUse;
    private final KeptEntries entries;
    private final CurrentUser user;

    EarlierUsePages(ImportEarlierUse importEarlierUse, KeptEntries entries, CurrentUser user) {
        this.importEarlierUse = importEarlierUse;
        this.entries = entries;
        this.user = user;
    }

    @CheckedTemplate(basePath = "places", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EarlierUsePage(Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "places", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EarlierUsePreviewPage(ImportEarlierUse.Changes changes) implements TemplateInstance {}

    @GET
    public TemplateInstance choose() {
        user.actor().require(Role.NSI, Role.MINISTRY);
        return new EarlierUsePage(Form.of());
    }

    /** Leads to what the file would change; {@code csv} where no file is sent. */
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response send(
            @RestForm FileUpload file,
            @RestForm String csv,
            @RestForm(Form.KEY) String key,
            @RestForm(Form.SHOW_AGAIN) String showAgain) {
        return Form.of(CSV, csv, Form.SHOW_AGAIN, showAgain)
                .submit(
                        () -> {
                            byte[] content = Uploaded.bytes(file);
                            String text = content.length > 0 ? FileText.of(content) : csv == null ? "" : csv;
                            // What is no such file at all is refused here, where another one can be chosen.
                            changes(text);
                            return Link.to(
                                    "/abdeckung/fruehere/vorschau/{entry}",
                                    entries.keep(user.actor(), key, Map.of(CSV, text)));
                        },
                        EarlierUsePage::new);
    }

    private ImportEarlierUse.Changes changes(String csv) {
        return importEarlierUse.handle(user.actor(), csv, true);
    }

    @GET
    @Path("/vorschau/{entry}")
    public Response preview(@PathParam("entry") String entry) {
        KeptEntries.Entry kept = entries.require(user.actor(), entry);
        return kept.isDone()
                ? Link.to(EarlierUsePages.class).seeOther()
                : Response.ok(page(kept)).build();
    }

    private EarlierUsePreviewPage page(KeptEntries.Entry kept) {
        return new EarlierUsePreviewPage(changes(csv(kept)));
    }

    private static String csv(KeptEntries.Entry kept) {
        return kept.typed().getOrDefault(CSV, "");
    }

    /** Lines that have become impossible in between stand in the same preview; nothing is taken over then. */
    @POST
    @Path("/vorschau/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(@PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        KeptEntries.Entry kept = entries.require(user.actor(), entry);
        Link done = Link.to(EarlierUsePages.class).saying("fruehere-nutzung");
        if (kept.isDone()) {
            return done.seeOther();
        }
        return Form.sent(fields)
                .submit(
                        () -> {
                            entries.once(user.actor(), entry, () -> {
                                importEarlierUse.handle(user.actor(), csv(kept), false);
                                return "fruehere-nutzung";
                            });
                            return done;
                        },
                        again -> page(kept));
    }
}
