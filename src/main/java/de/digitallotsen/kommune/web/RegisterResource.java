package de.digitallotsen.kommune.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import de.digitallotsen.kommune.Crowded;
import de.digitallotsen.kommune.ImportKommunen;
import de.digitallotsen.kommune.PreviewImport;
import de.digitallotsen.kommune.RegisterChanges;
import de.digitallotsen.kommune.RegisterFile;
import de.digitallotsen.shared.FileText;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The import of the official register for programs (R2). */
@Path("/api/v1/kommunen/import")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.NSI_NAME)
@Tag(name = "Kommunen")
public class RegisterResource {

    private final PreviewImport preview;
    private final ImportKommunen importKommunen;
    private final Crowded crowded;
    private final CurrentUser user;

    RegisterResource(PreviewImport preview, ImportKommunen importKommunen, Crowded crowded, CurrentUser user) {
        this.preview = preview;
        this.importKommunen = importKommunen;
        this.crowded = crowded;
        this.user = user;
    }

    /** What an import would do or has done. */
    @Schema(name = "RegisterImport")
    public record RegisterImport(
            @Schema(description = "wahr, wenn das Register geändert wurde; falsch bei einer Vorschau")
            boolean applied,

            RegisterChanges.Counts counts,
            List<RegisterChanges.Addition> additions,
            List<RegisterChanges.Change> changes,
            List<RegisterChanges.Ending> endings,
            List<RegisterFile.RejectedLine> rejected,
            int unchanged,

            @Schema(
                    description = "Steht für die Datei und alles, was sie ändern würde. Geben Sie ihn beim Übernehmen"
                            + " wieder mit.")
            String fingerprint,

            @Schema(
                    description = "bei einer Vorschau: ein Satz je Nachfolgerin, bei der mehr Personen als Förderplätze"
                            + " zusammenkommen")
            List<String> crowds,

            @Schema(
                    description =
                            "Steht für crowds; leer, wenn es keine gibt. Geben Sie ihn beim Übernehmen wieder mit.")
            String crowdsSeen) {

        static RegisterImport of(RegisterChanges changes, List<String> crowds, boolean applied) {
            return new RegisterImport(
                    applied,
                    changes.counts(),
                    changes.additions(),
                    changes.changes(),
                    changes.endings(),
                    changes.rejected(),
                    changes.unchanged(),
                    changes.fingerprint(),
                    crowds,
                    Crowded.fingerprint(crowds));
        }
    }

    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Register einlesen",
            description = "Die amtliche CSV-Datei, am besten in UTF-8, als Inhalt der Anfrage oder als Datei"
                    + " „file“ eines Formulars (multipart/form-data). Mit dryRun=true zeigt die Antwort nur,"
                    + " was sich ändern würde. Alles oder nichts."
                    + " Mit fingerprint wird genau das übernommen, was die Vorschau gezeigt hat; hat"
                    + " sich seitdem etwas geändert, lautet die Antwort 409 REGISTER_CHANGED.")
    public RegisterImport importRegister(
            byte[] file,
            @QueryParam("dryRun") String dryRun,
            @QueryParam("fingerprint") String fingerprint,
            @QueryParam("endings")
                    @Parameter(
                            description = "Zahl der Kommunen, die enden; nötig, wenn es mehr als 15 sind"
                                    + " (sonst 409 MANY_ENDINGS)",
                            example = "16")
                    String endings,
            @QueryParam("crowdsSeen")
                    @Parameter(
                            description =
                                    "crowdsSeen der Vorschau mit denselben Nachfolgerinnen; nötig, wenn sie crowds"
                                            + " nennt (sonst 409 MORE_PEOPLE_THAN_PLACES)")
                    String crowdsSeen,
            @QueryParam("successor")
                    @Parameter(
                            description = "endende Kommune und ihre Nachfolgerin, je Paar einmal: ARS:ARS",
                            example = "033595407000:033590041041")
                    List<String> successors) {
        Said said = new Said(fingerprint, endings, crowdsSeen);
        return handle(file == null ? new byte[0] : file, dryRun, said, successors);
    }

    @POST
    @Consumes(ProgramUploads.TYPE)
    @Operation(hidden = true)
    public RegisterImport importUpload(
            byte[] form,
            @HeaderParam("Content-Type") String type,
            @QueryParam("dryRun") String dryRun,
            @QueryParam("fingerprint") String fingerprint,
            @QueryParam("endings") String endings,
            @QueryParam("crowdsSeen") String crowdsSeen,
            @QueryParam("successor") List<String> successors) {
        Said said = new Said(fingerprint, endings, crowdsSeen);
        return handle(ProgramUploads.file(form, type), dryRun, said, successors);
    }

    /** What somebody says to have read beforehand, as it was sent. */
    private record Said(String fingerprint, String endings, String crowdsSeen) {}

    private RegisterImport handle(byte[] bytes, String dryRun, Said said, List<String> successors) {
        Map<String, String> named = named(successors);
        boolean onlyShow = Boolean.TRUE.equals(Params.flag("dryRun", dryRun));
        RegisterFile file = RegisterFile.read(FileText.of(bytes));
        if (onlyShow) {
            RegisterChanges changes = preview.handle(user.actor(), file);
            return RegisterImport.of(changes, crowded.at(changes, file, named), false);
        }
        RegisterChanges changes = importKommunen.handle(
                user.actor(),
                new ImportKommunen.Command(
                        file,
                        named,
                        Input.clean(said.fingerprint()),
                        Params.integer("endings", said.endings()),
                        Input.clean(said.crowdsSeen())));
        return RegisterImport.of(changes, List.of(), true);
    }

    private static Map<String, String> named(List<String> pairs) {
        Map<String, String> named = new TreeMap<>();
        Input input = new Input();
        for (String pair : pairs) {
            boolean understood = pair.matches("\\d{12}:\\d{12}");
            input.check(understood, "successor", "register.successor-pair", "pair", pair);
            if (understood) {
                named.put(pair.substring(0, 12), pair.substring(13));
            }
        }
        input.throwIfWrong();
        return named;
    }
}
