package de.digitallotsen.document.web;

import java.time.Instant;
import java.util.function.Consumer;

import de.digitallotsen.document.Certificate;
import de.digitallotsen.document.CertificateSheets;
import de.digitallotsen.document.ReissueCertificate;
import de.digitallotsen.document.WithdrawCertificate;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
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

/** The NSI looks at a certificate, issues it anew or withdraws it. */
@Path("/anmeldungen/{reference}/bescheinigung")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class CertificatePages {

    private final CertificateSheets certificates;
    private final ReissueCertificate reissue;
    private final WithdrawCertificate withdraw;
    private final CurrentUser user;

    CertificatePages(
            CertificateSheets certificates,
            ReissueCertificate reissue,
            WithdrawCertificate withdraw,
            CurrentUser user) {
        this.certificates = certificates;
        this.reissue = reissue;
        this.withdraw = withdraw;
        this.user = user;
    }

    /** The newest certificate of a registration; {@code withdrawnAt} is null while it counts. */
    public record Line(
            String reference,
            String person,
            String number,
            Instant issuedAt,
            int units,
            int daysAttended,
            int daysPlanned,
            Instant withdrawnAt,
            String withdrawalReason) {
        static Line of(Certificate c) {
            return new Line(
                    c.registration().reference(),
                    c.registration().participant().fullName(),
                    c.number(),
                    c.issuedAt(),
                    c.units(),
                    c.daysAttended(),
                    c.daysPlanned(),
                    c.withdrawnAt(),
                    c.withdrawalReason());
        }

        /** True while it counts. */
        public boolean isValid() {
            return withdrawnAt == null;
        }
    }

    @CheckedTemplate(basePath = "document", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CertificatePage(Line certificate, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("reference") String reference) {
        return page(reference, Form.of());
    }

    private CertificatePage page(String reference, Form form) {
        return new CertificatePage(
                certificates
                        .newest(user.actor(), reference)
                        .map(Line::of)
                        .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND)),
                form);
    }

    @POST
    @Path("/neu-ausstellen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reissue(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        return act(
                reference,
                Form.sent(fields),
                reason -> reissue.handle(user.actor(), reference, reason),
                "bescheinigung-neu");
    }

    @POST
    @Path("/zurueckziehen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        return act(
                reference,
                Form.sent(fields),
                reason -> withdraw.handle(user.actor(), reference, reason),
                "bescheinigung-zurueckgezogen");
    }

    private Response act(String reference, Form form, Consumer<String> act, String done) {
        return form.submit(
                () -> {
                    act.accept(form.value("reason"));
                    return Link.to(CertificatePages.class, reference).saying(done);
                },
                again -> page(reference, again));
    }
}
