package de.digitallotsen.kommune.web;

import java.util.List;
import java.util.Map;

import de.digitallotsen.kommune.Crowded;
import de.digitallotsen.kommune.ImportKommunen;
import de.digitallotsen.kommune.PreviewImport;
import de.digitallotsen.kommune.RegisterChanges;
import de.digitallotsen.kommune.RegisterFile;
import de.digitallotsen.kommune.RegisterUploads;
import de.digitallotsen.kommune.UploadRegister;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
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
 * The NSI reads in the official register (R2): sends the file, sees what it would do, names successors, and only then
 * applies it.
 */
@Path("/kommunen/import")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class RegisterImportPages {

    private final UploadRegister upload;
    private final RegisterUploads uploads;
    private final PreviewImport preview;
    private final ImportKommunen importKommunen;
    private final Crowded crowded;
    private final CurrentUser user;

    RegisterImportPages(
            UploadRegister upload,
            RegisterUploads uploads,
            PreviewImport preview,
            ImportKommunen importKommunen,
            Crowded crowded,
            CurrentUser user) {
        this.upload = upload;
        this.uploads = uploads;
        this.preview = preview;
        this.importKommunen = importKommunen;
        this.crowded = crowded;
        this.user = user;
    }

    @CheckedTemplate(basePath = "kommune", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportPage(Form form) implements TemplateInstance {}

    /**
     * What the file would do.
     *
     * @param population changes of nothing but the number of inhabitants
     * @param names of the Kommunen that exist afterwards, to choose a successor from
     * @param crowds successors at which more people than places come together
     * @param many true if the number of endings has to be typed in
     * @param usable true if there is something to apply and nothing in its way
     */
    @CheckedTemplate(basePath = "kommune", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportPreviewPage(
            String hash,
            RegisterChanges.Counts counts,
            List<RegisterFile.RejectedLine> rejected,
            List<ImportLines.EndingLine> endings,
            List<ImportLines.AdditionLine> additions,
            List<ImportLines.ChangeLine> changes,
            List<ImportLines.ChangeLine> population,
            List<String> names,
            List<String> crowds,
            boolean many,
            boolean usable,
            Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new ImportPage(Form.of());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestForm("file") FileUpload file) {
        byte[] content = Uploaded.bytes(file);
        try {
            if (content.length == 0) {
                throw new InvalidInputException(List.of(new Violation("file", Messages.text("register.no-file"))));
            }
            return Link.to("/kommunen/import/{hash}", upload.handle(user.actor(), content))
                    .seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new ImportPage(Form.of().wrong(invalid)))
                    .build();
        }
    }

    /** After signing in again: the file itself has to be chosen once more. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance showAgain() {
        return new ImportPage(Form.of());
    }

    @GET
    @Path("/{hash}")
    public TemplateInstance preview(@PathParam("hash") String hash) {
        RegisterFile file = uploads.require(user.actor(), hash);
        RegisterChanges changes = preview.handle(user.actor(), file);
        return page(hash, file, changes, ImportLines.suggestions(changes, file));
    }

    private ImportPreviewPage page(String hash, RegisterFile file, RegisterChanges changes, Form form) {
        List<String> crowds = crowded.at(changes, file, ImportLines.understood(changes, file, form));
        List<ImportLines.ChangeLine> all =
                changes.changes().stream().map(ImportLines.ChangeLine::of).toList();
        return new ImportPreviewPage(
                hash,
                changes.counts(),
                changes.rejected(),
                changes.endings().stream()
                        .map(ending -> ImportLines.EndingLine.of(ending, form))
                        .toList(),
                changes.additions().stream().map(ImportLines.AdditionLine::of).toList(),
                all.stream().filter(line -> !line.populationOnly()).toList(),
                all.stream().filter(ImportLines.ChangeLine::populationOnly).toList(),
                changes.endings().isEmpty()
                        ? List.of()
                        : file.displayNames().values().stream().sorted().toList(),
                crowds,
                changes.endsMany(),
                changes.rejected().isEmpty() && !changes.isEmpty(),
                form.with("fingerprint", changes.fingerprint()).with("gesehen", Crowded.fingerprint(crowds)));
    }

    @POST
    @Path("/{hash}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(@PathParam("hash") String hash, MultivaluedMap<String, String> fields) {
        RegisterFile file = uploads.require(user.actor(), hash);
        Form sent = Form.sent(fields);
        return sent.submit(
                () -> {
                    RegisterChanges changes = preview.handle(user.actor(), file);
                    Map<String, String> successors = ImportLines.successors(changes, file, sent);
                    importKommunen.handle(
                            user.actor(),
                            new ImportKommunen.Command(
                                    file,
                                    successors,
                                    sent.value("fingerprint"),
                                    ImportLines.count(sent.value("endings")),
                                    sent.value("gesehen")));
                    return Link.to("/kommunen").saying("register-eingelesen");
                },
                form -> page(hash, file, preview.handle(user.actor(), file), form));
    }
}
