package de.digitallotsen.registration.web;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import de.digitallotsen.registration.RegistrationList;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Table;
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

/**
 * The NSI reads a list of people in: the file, then a page with an answer to every line ({@link ListCheckPages}), and
 * only that one registers.
 */
@Path("/anmeldungen/einlesen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class ListImportPages {

    /** Under this name the list is kept between upload and registration. */
    static final String LIST = "liste";

    /** 200 lines are far smaller. */
    private static final int LARGEST = 45_000;

    private final RegistrationList list;
    private final KeptEntries entries;
    private final CurrentUser user;

    ListImportPages(RegistrationList list, KeptEntries entries, CurrentUser user) {
        this.list = list;
        this.entries = entries;
        this.user = user;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListImportPage(Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new ListImportPage(Form.of());
    }

    @GET
    @Path("/vorlage")
    @Produces(Table.XLSX)
    public Table template() {
        List<Object> example = List.of(
                "032410010010", "12", "Anna", "Beispiel", "anna.beispiel@langenhagen.example", "Bürgerbüro", "", "ja");
        return new Table("vorlage", "", RegistrationList.COLUMNS, List.of(example));
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response upload(@RestForm("file") FileUpload file) {
        return Form.of()
                .submit(
                        () -> {
                            byte[] content = content(file);
                            list.read(content);
                            return ListCheckPages.linkTo(entries.keep(
                                    user.actor(),
                                    null,
                                    Map.of(LIST, Base64.getEncoder().encodeToString(content))));
                        },
                        ListImportPage::new);
    }

    private static byte[] content(FileUpload file) {
        if (file == null || file.size() == 0) {
            throw new InvalidInputException(
                    List.of(new Violation("file", Messages.text("input.required", "label", "Datei"))));
        }
        if (file.size() > LARGEST) {
            throw new InvalidInputException(
                    List.of(new Violation("file", Messages.text("many.too-large", "most", LARGEST / 1000))));
        }
        return Uploaded.bytes(file);
    }
}
