package de.digitallotsen.document.web;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.document.CheckCertificate;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Is a certificate genuine? For programs, without an account. */
@Path("/api/v1/certificates/check")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bescheinigungen")
@PermitAll
public class CertificateCheckResource {

    private final CheckCertificate check;

    CertificateCheckResource(CheckCertificate check) {
        this.check = check;
    }

    /** The answer; nothing but {@code genuine} if it is not. */
    @Schema(name = "CertificateCheck")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CheckJson(
            @Schema(description = "Nummer und Code gehören zusammen")
            boolean genuine,

            @Schema(description = "und sie ist nicht zurückgezogen")
            boolean valid,

            String number,
            Instant issuedAt,
            Instant withdrawnAt,
            String seminar,
            LocalDate firstDay,
            LocalDate lastDay,
            Integer daysAttended,
            Integer daysPlanned,
            Integer units,
            String initials) {
        static CheckJson of(CheckCertificate.Genuine g) {
            return new CheckJson(
                    true,
                    g.isValid(),
                    g.number(),
                    g.issuedAt(),
                    g.withdrawnAt(),
                    g.seminar(),
                    g.firstDay(),
                    g.lastDay(),
                    g.daysAttended(),
                    g.daysPlanned(),
                    g.units(),
                    g.initials());
        }
    }

    private static final CheckJson NOT_GENUINE =
            new CheckJson(false, false, null, null, null, null, null, null, null, null, null, null);

    /** What stands on the certificate; as a body, so that no log keeps a code. */
    @Schema(name = "CertificateCheckRequest")
    public record Printed(
            @Schema(examples = "7K3M-Q9XA-1") String number,

            @Schema(examples = "7K3M-Q9XA-2PBD") String code) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Bescheinigung prüfen",
            description = "Nach zu vielen falschen Versuchen von einer Adresse: 429.")
    public CheckJson check(Printed printed, RoutingContext request) {
        Printed given = printed == null ? new Printed(null, null) : printed;
        return check.handle(
                        given.number(),
                        given.code(),
                        request.request().remoteAddress().hostAddress())
                .map(CheckJson::of)
                .orElse(NOT_GENUINE);
    }
}
