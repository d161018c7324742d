package de.digitallotsen.document.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.document.Certificate;
import de.digitallotsen.document.CertificateSheets;
import de.digitallotsen.document.ReissueCertificate;
import de.digitallotsen.document.WithdrawCertificate;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The certificate of one registration, for programs. */
@Path("/api/v1/registrations/{reference}/certificate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bescheinigungen", description = "Teilnahmebescheinigungen ausstellen und prüfen")
@RolesAllowed(Role.NSI_NAME)
public class CertificateResource {

    private final CertificateSheets certificates;
    private final ReissueCertificate reissue;
    private final WithdrawCertificate withdraw;
    private final CurrentUser user;

    CertificateResource(
            CertificateSheets certificates,
            ReissueCertificate reissue,
            WithdrawCertificate withdraw,
            CurrentUser user) {
        this.certificates = certificates;
        this.reissue = reissue;
        this.withdraw = withdraw;
        this.user = user;
    }

    /** The newest certificate of a registration. */
    @Schema(name = "Certificate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CertificateJson(
            @Schema(examples = "7K3M-Q9XA-1") String number,
            @Schema(examples = "7K3MQ9XA2PBD") String checkCode,
            String reference,
            Instant issuedAt,
            int daysAttended,
            int daysPlanned,

            @Schema(description = "zu je 45 Minuten, ohne Pausen")
            int units,

            boolean shortened,
            Instant withdrawnAt,
            String withdrawalReason) {
        static CertificateJson of(Certificate c) {
            return new CertificateJson(
                    c.number(),
                    c.checkCode(),
                    c.registration().reference(),
                    c.issuedAt(),
                    c.daysAttended(),
                    c.daysPlanned(),
                    c.units(),
                    c.isShortened(),
                    c.withdrawnAt(),
                    c.withdrawalReason());
        }
    }

    /** Why it is issued anew or withdrawn. */
    @Schema(name = "CertificateReason")
    public record ReasonJson(
            @Schema(examples = "Name falsch geschrieben") String reason) {}

    @GET
    @RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
    @Operation(
            summary = "Teilnahmebescheinigung",
            description = "Die neueste dieser Anmeldung, auch wenn sie zurückgezogen ist; 404, wenn es nie eine gab.")
    public CertificateJson one(@PathParam("reference") String reference) {
        return certificates
                .newest(user.actor(), reference)
                .map(CertificateJson::of)
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }

    @POST
    @Path("/reissue")
    @Operation(
            summary = "Neu ausstellen",
            description = "Die alte Nummer gilt nicht mehr; die neue steht in der Antwort.")
    public CertificateJson reissue(@PathParam("reference") String reference, ReasonJson reason) {
        reissue.handle(user.actor(), reference, reason == null ? null : reason.reason());
        return one(reference);
    }

    @POST
    @Path("/withdrawal")
    @Operation(summary = "Zurückziehen", description = "Wer sie danach prüft, erfährt, dass sie nicht mehr gilt.")
    public CertificateJson withdraw(@PathParam("reference") String reference, ReasonJson reason) {
        withdraw.handle(user.actor(), reference, reason == null ? null : reason.reason());
        return one(reference);
    }
}
