package de.digitallotsen.places.web;

import de.digitallotsen.places.ImportEarlierUse;
import de.digitallotsen.shared.FileText;
import de.digitallotsen.shared.InvalidInputException;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Notes places used in earlier periods from a CSV file: shown first, then taken over, all or nothing. */
@Path("/abdeckung/fruehere")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class EarlierUsePages {

    private static final int MOST_SHOWN = 20;

    private final ImportEarlierUse importEarlierUse;
    private final CurrentUser user;

    EarlierUsePages(ImportEarlierUse importEarlierUse, CurrentUser user) {
        this.importEarlierUse = importEarlierUse;
        this.user = user;
    }

    @CheckedTemplate(basePath = "places", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EarlierUsePage(Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "places", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EarlierUsePreviewPage(Form form, ImportEarlierUse.Changes changes) implements TemplateInstance {}

    @GET
    public TemplateInstance choose() {
        user.actor().require(Role.NSI, Role.MINISTRY);
        return new EarlierUsePage(Form.of());
    }

    /** Shows what the file would change; {@code csv} where it comes back from the form of the next page. */
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response preview(
            @RestForm FileUpload file, @RestForm String csv, @RestForm(Form.SHOW_AGAIN) String showAgain) {
        byte[] content = Uploaded.bytes(file);
        try {
            return previewOf(content.length == 0 ? typed(csv) : FileText.of(content), isOnlyShow(showAgain));
        } catch (InvalidInputException unreadable) {
            return Response.status(400)
                    .entity(new EarlierUsePage(Form.of().wrong(unreadable)))
                    .build();
        }
    }

    private Response previewOf(String csv, boolean onlyShow) {
        Form form = Form.of("csv", csv);
        try {
            return Response.ok(new EarlierUsePreviewPage(form, importEarlierUse.handle(user.actor(), csv, true)))
                    .build();
        } catch (InvalidInputException noSuchFile) {
            return Response.status(onlyShow ? 200 : 400)
                    .entity(new EarlierUsePage(form.wrong(noSuchFile)))
                    .build();
        }
    }

    @POST
    @Path("/uebernehmen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(@RestForm String csv, @RestForm(Form.SHOW_AGAIN) String showAgain) {
        if (isOnlyShow(showAgain)) {
            return previewOf(typed(csv), true);
        }
        try {
            importEarlierUse.handle(user.actor(), typed(csv), false);
            return Link.to(EarlierUsePages.class).saying("fruehere-nutzung").seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new EarlierUsePage(Form.of("csv", typed(csv))
                            .wrong(new InvalidInputException(invalid.violations().stream()
                                    .limit(MOST_SHOWN)
                                    .toList()))))
                    .build();
        }
    }

    private static String typed(String csv) {
        return csv == null ? "" : csv;
    }

    private static boolean isOnlyShow(String showAgain) {
        return showAgain != null && !showAgain.isEmpty();
    }
}
