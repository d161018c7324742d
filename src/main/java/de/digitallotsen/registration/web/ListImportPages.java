package de.digitallotsen.registration.web;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.PreviewMany;
import de.digitallotsen.registration.RegisterMany;
import de.digitallotsen.registration.RegistrationList;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Table;
import de.digitallotsen.shared.web.Tables;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The NSI reads a list of people in: the file, a preview with an answer to every line, then the registrations. */
@Path("/anmeldungen/einlesen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class ListImportPages {

    /** Kept in the form between preview and registration; 200 lines are far smaller. */
    private static final int LARGEST = 45_000;

    private final RegistrationList list;
    private final PreviewMany preview;
    private final RegisterMany register;
    private final CurrentUser user;

    ListImportPages(RegistrationList list, PreviewMany preview, RegisterMany register, CurrentUser user) {
        this.list = list;
        this.preview = preview;
        this.register = register;
        this.user = user;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListImportPage(Form form) implements TemplateInstance {}

    /**
     * What would become of each line, or what did.
     *
     * @param done false before, true after
     * @param fine lines that are, or would be, registered
     * @param rejected lines that can be fetched, mended and sent again
     * @param notes what has to be known about the file
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListResultPage(List<ResultLine> rows, int fine, int rejected, List<String> notes, boolean done, Form form)
            implements TemplateInstance {}

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
    public Response preview(@RestForm("file") FileUpload file) {
        try {
            byte[] content = content(file);
            return Response.ok(previewPage(
                            content, Form.of("liste", Base64.getEncoder().encodeToString(content))))
                    .build();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new ListImportPage(Form.of().wrong(invalid)))
                    .build();
        }
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

    private ListResultPage previewPage(byte[] content, Form form) {
        List<ManyRegistrations.Line> lines = list.read(content);
        return result(lines, preview.handle(user.actor(), lines), list.notes(content), false, form);
    }

    /** A form that sends a file: what is wrong with it comes back as the page. */
    @POST
    @Path("/nachbessern")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.WILDCARD)
    public Response rejected(MultivaluedMap<String, String> fields) {
        String sent = fields.getFirst("liste") == null ? "" : fields.getFirst("liste");
        byte[] content = decode(sent);
        try {
            return Form.sent(fields).onlyShow()
                    ? html(Response.ok(previewPage(content, Form.of("liste", sent))))
                    : Response.ok(rejectedLines(content)).type(Table.XLSX).build();
        } catch (InvalidInputException invalid) {
            return html(Response.status(400).entity(new ListImportPage(Form.of().wrong(invalid))));
        }
    }

    private static Response html(Response.ResponseBuilder answer) {
        return answer.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }

    /** With their reasons, as they stand in the file: to mend and send again. */
    private Tables rejectedLines(byte[] content) {
        List<List<String>> cells = list.cells(content);
        List<List<Object>> rows = preview.handle(user.actor(), list.read(content)).stream()
                .filter(ManyRegistrations.Result::isRejected)
                .map(result -> {
                    List<Object> row = new ArrayList<>(cells.get(result.number() - 1));
                    row.add(result.message());
                    return row;
                })
                .toList();
        List<String> columns = new ArrayList<>(RegistrationList.COLUMNS);
        columns.add("Grund");
        return new Tables("nachbessern", "", List.of(new Table("nachbessern", "", columns, rows)));
    }

    @POST
    @Path("/anmelden")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(MultivaluedMap<String, String> fields) {
        // Taken as it was sent: a form keeps only the beginning of so long a text.
        String sent = fields.getFirst("liste") == null ? "" : fields.getFirst("liste");
        Form form = Form.sent(fields).with("liste", sent);
        byte[] content = decode(sent);
        if (form.onlyShow()) {
            return Response.ok(previewPage(content, form.with(Form.SHOW_AGAIN, "")))
                    .build();
        }
        try {
            return Response.ok(registered(content, sent, form)).build();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new ListImportPage(Form.of().wrong(invalid)))
                    .build();
        } catch (RefusedException refused) {
            if (refused.refusal().status() != 409) {
                throw refused;
            }
            return Response.status(409)
                    .entity(previewPage(content, form.refused(refused)))
                    .build();
        }
    }

    private ListResultPage registered(byte[] content, String sent, Form form) {
        List<ManyRegistrations.Line> lines = list.read(content);
        // The same file again, from a double click, has the effect of one (R24).
        String key = "list-" + Hashes.sha256(sent).substring(0, 40);
        RegisterMany.Command command = new RegisterMany.Command(lines, form.ticked("zusammen"), key);
        return result(lines, register.handle(user.actor(), command), list.notes(content), true, Form.of("liste", sent));
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException forged) {
            return new byte[0];
        }
    }

    private static ListResultPage result(
            List<ManyRegistrations.Line> lines,
            List<ManyRegistrations.Result> results,
            List<String> notes,
            boolean done,
            Form form) {
        return new ListResultPage(
                ResultLine.of(lines, results),
                (int) results.stream().filter(ManyRegistrations.Result::isFine).count(),
                (int) results.stream()
                        .filter(ManyRegistrations.Result::isRejected)
                        .count(),
                notes,
                done,
                form);
    }
}
