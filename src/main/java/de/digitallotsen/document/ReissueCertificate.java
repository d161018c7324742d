package de.digitallotsen.document;

import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/** The NSI issues a certificate anew: the old number counts no more. Also after a withdrawal that was a mistake. */
@UseCase
public class ReissueCertificate {

    private final RegistrationSearch registrations;
    private final Certificates certificates;
    private final CertificateRegister register;
    private final AttendanceRecord attendance;

    ReissueCertificate(
            RegistrationSearch registrations,
            Certificates certificates,
            CertificateRegister register,
            AttendanceRecord attendance) {
        this.registrations = registrations;
        this.certificates = certificates;
        this.register = register;
        this.attendance = attendance;
    }

    /**
     * @param reason 1 to 500 characters; stays with the old certificate
     * @return the new number
     * @throws RefusedException NOT_FOUND, NO_CERTIFICATE if the person has not attended
     * @throws de.digitallotsen.shared.InvalidInputException without a reason
     */
    public String handle(Actor actor, String reference, String reason) {
        actor.require(Role.NSI);
        Registration registration = registrations.require(actor, reference).registration();
        String checked = WithdrawCertificate.checkReason(reason);
        Certificate old = certificates
                .newestOf(registration.id())
                .filter(certificate -> registration.status() == RegistrationStatus.ATTENDED)
                .orElseThrow(() -> CertificateSheets.none(registration));
        return register.reissue(actor, old, attendance.of(registration), checked)
                .number();
    }
}
