package de.digitallotsen.places.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import de.digitallotsen.places.ImportEarlierUse;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
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
        return new EarlierUsePage(Form.of());
    }

    /** Shows what the file would change; {@code csv} where it comes back from the form of the next page. */
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response preview(@RestForm FileUpload file, @RestForm String csv) {
        String text = file == null || file.size() == 0 ? csv == null ? "" : csv : read(file);
        Form form = Form.of("csv", text);
        try {
            return Response.ok(new EarlierUsePreviewPage(form, importEarlierUse.handle(user.actor(), text, true)))
                    .build();
        } catch (InvalidInputException noSuchFile) {
            return Response.status(400)
                    .entity(new EarlierUsePage(form.wrong(noSuchFile)))
                    .build();
        }
    }

    @POST
    @Path("/uebernehmen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(@RestForm String csv) {
        String text = csv == null ? "" : csv;
        try {
            importEarlierUse.handle(user.actor(), text, false);
            return Response.seeOther(URI.create("/abdeckung/fruehere?meldung=fruehere-nutzung"))
                    .build();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new EarlierUsePage(Form.of("csv", text)
                            .wrong(new InvalidInputException(
                                    invalid.violations().stream().limit(20).toList()))))
                    .build();
        }
    }

    private static String read(FileUpload file) {
        try {
            return decode(Files.readAllBytes(file.uploadedFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** UTF-8, or what Excel writes in German. */
    static String decode(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException other) {
                // Then the next one.
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
