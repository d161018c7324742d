package de.digitallotsen.document;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationChanged;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Messages;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/**
 * Keeps the certificates in step with what was attended, in the transaction that settles or corrects it: who attended
 * has exactly one that counts, with the right days and hours; nobody else has any.
 */
@ApplicationScoped
class CertificateRegister {

    /** Observers without a priority have 2,500. */
    private static final int AFTER_OTHERS = 3_000;

    private final Certificates certificates;
    private final AttendanceRecord attendance;
    private final Clock clock;
    private final Event<Audited> changes;

    CertificateRegister(Certificates certificates, AttendanceRecord attendance, Clock clock, Event<Audited> changes) {
        this.certificates = certificates;
        this.attendance = attendance;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * A seminar was closed, or attendance or name corrected afterwards. After the audit trail, so that it tells cause
     * before effect.
     */
    void keepInStep(@Observes @Priority(AFTER_OTHERS) RegistrationChanged event) {
        switch (event.kind()) {
            case ATTENDED, CORRECTED -> keepInStep(event.actor(), event.registration());
            case PERSON_CORRECTED -> rename(event);
            default -> {
                // Nothing else says who attended.
            }
        }
    }

    /** A certificate says a name and nothing else of what can be corrected about a person. */
    private void rename(RegistrationChanged event) {
        Registration registration = event.registration();
        if (!event.was()
                .participant()
                .fullName()
                .equals(registration.participant().fullName())) {
            certificates
                    .validOf(registration.id())
                    .ifPresent(old -> reissue(
                            event.actor(), old, attendance.of(registration), Messages.text("certificate.renamed")));
        }
    }

    private void keepInStep(Actor actor, Registration registration) {
        Optional<Certificate> valid = certificates.validOf(registration.id());
        if (registration.status() != RegistrationStatus.ATTENDED) {
            valid.ifPresent(certificate -> withdraw(actor, certificate, Messages.text("certificate.not-attended")));
            return;
        }
        AttendedTime time = attendance.of(registration);
        if (valid.isEmpty()) {
            issue(actor, registration, time, null);
        } else if (!valid.get().says(time)) {
            reissue(actor, valid.get(), time, Messages.text("certificate.corrected"));
        }
    }

    /** The old one counts no more, a new one with the next number does. */
    Certificate reissue(Actor actor, Certificate old, AttendedTime time, String reason) {
        if (old.withdrawnAt() == null) {
            old.withdraw(reason, clock.instant());
        }
        return issue(actor, old.registration(), time, old);
    }

    void withdraw(Actor actor, Certificate certificate, String reason) {
        certificate.withdraw(reason, clock.instant());
        Map<String, Object> after = facts(certificate);
        after.put("reason", certificate.withdrawalReason());
        changes.fire(AuditedChange.of(actor, "certificate.withdrawn", "certificate", certificate.number())
                .to(after));
    }

    private Certificate issue(Actor actor, Registration registration, AttendedTime time, Certificate old) {
        // The schema lets only one count: the withdrawal has to be there first.
        certificates.flush();
        int issue = certificates
                .newestOf(registration.id())
                .map(newest -> newest.issue() + 1)
                .orElse(1);
        Certificate certificate = Certificate.issue(registration, issue, time, clock.instant());
        certificates.persist(certificate);
        String action = old == null ? "certificate.issued" : "certificate.reissued";
        changes.fire(AuditedChange.of(actor, action, "certificate", certificate.number())
                .from(old == null ? Map.of() : Map.of("number", old.number()))
                .to(facts(certificate)));
        return certificate;
    }

    private static Map<String, Object> facts(Certificate certificate) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", certificate.number());
        facts.put("reference", certificate.registration().reference());
        facts.put("daysAttended", certificate.daysAttended());
        facts.put("units", certificate.units());
        return facts;
    }
}
