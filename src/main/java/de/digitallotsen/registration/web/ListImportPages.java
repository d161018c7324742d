package de.digitallotsen.registration.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.PreviewMany;
import de.digitallotsen.registration.Reference;
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
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
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
    private final Acts acts;
    private final CurrentUser user;
    private final Clock clock;

    ListImportPages(RegistrationList list, Acts acts, CurrentUser user, Clock clock) {
        this.list = list;
        this.acts = acts;
        this.user = user;
        this.clock = clock;
    }

    /** Before and after the button. */
    @Singleton
    static class Acts {
        private final PreviewMany preview;
        private final RegisterMany register;

        Acts(PreviewMany preview, RegisterMany register) {
            this.preview = preview;
            this.register = register;
        }
    }

    /** A line and what becomes of it. */
    public record Row(
            int number, String person, String outcome, String kind, String reference, String spoken, String message) {}

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListImportPage(Form form) implements TemplateInstance {}

    /**
     * What would become of each line, or what did.
     *
     * @param done false before, true after
     * @param fine lines that are, or would be, registered
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListResultPage(List<Row> rows, int fine, boolean done, Form form) implements TemplateInstance {}

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
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException outage) {
            throw new UncheckedIOException(outage);
        }
    }

    private ListResultPage previewPage(byte[] content, Form form) {
        List<ManyRegistrations.Line> lines = list.read(content);
        return result(lines, acts.preview.handle(user.actor(), lines), false, form);
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
            List<ManyRegistrations.Line> lines = list.read(content);
            // The same file again, from a double click, has the effect of one (R24).
            String key = "list-" + Hashes.sha256(sent).substring(0, 40);
            return Response.ok(result(
                            lines,
                            acts.register.handle(
                                    user.actor(), new RegisterMany.Command(lines, form.ticked("zusammen"), key)),
                            true,
                            Form.of()))
                    .build();
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

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException forged) {
            return new byte[0];
        }
    }

    private static ListResultPage result(
            List<ManyRegistrations.Line> lines, List<ManyRegistrations.Result> results, boolean done, Form form) {
        Map<Integer, ManyRegistrations.Line> byNumber =
                lines.stream().collect(Collectors.toMap(ManyRegistrations.Line::number, Function.identity()));
        List<Row> rows = results.stream()
                .map(result -> row(byNumber.get(result.number()), result))
                .toList();
        return new ListResultPage(
                rows,
                (int) results.stream().filter(ManyRegistrations.Result::isFine).count(),
                done,
                form);
    }

    private static Row row(ManyRegistrations.Line line, ManyRegistrations.Result result) {
        String person = line.application() == null
                ? ""
                : line.application().participant().firstName() + " "
                        + line.application().participant().lastName();
        String kind = switch (result.outcome()) {
            case CONFIRMED -> "success";
            case WAITING -> "warning";
            case REFUSED, INVALID -> "danger";
        };
        String reference = result.reference() == null ? "" : result.reference();
        return new Row(
                result.number(),
                person,
                Messages.label(result.outcome()),
                kind,
                reference,
                reference.isEmpty() ? "" : Reference.spoken(reference),
                result.message());
    }
}
