package de.digitallotsen.document;

import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/** The NSI takes a certificate back. Whoever checks it afterwards learns that it counts no more. */
@UseCase
public class WithdrawCertificate {

    static final int LONGEST_REASON = 500;

    private final RegistrationSearch registrations;
    private final Certificates certificates;
    private final CertificateRegister register;

    WithdrawCertificate(RegistrationSearch registrations, Certificates certificates, CertificateRegister register) {
        this.registrations = registrations;
        this.certificates = certificates;
        this.register = register;
    }

    /**
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws RefusedException NOT_FOUND, NO_CERTIFICATE if there is none that counts
     * @throws de.digitallotsen.shared.InvalidInputException without a reason
     */
    public void handle(Actor actor, String reference, String reason) {
        actor.require(Role.NSI);
        Registration registration = registrations.require(actor, reference).registration();
        String checked = checkReason(reason);
        register.withdraw(
                actor,
                certificates.validOf(registration.id()).orElseThrow(() -> CertificateSheets.none(registration)),
                checked);
    }

    static String checkReason(String reason) {
        Input input = new Input();
        String checked = input.required("reason", "Begründung", reason, LONGEST_REASON);
        input.throwIfWrong();
        return checked;
    }
}
