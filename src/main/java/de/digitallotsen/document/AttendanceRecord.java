package de.digitallotsen.document;

import de.digitallotsen.registration.AttendanceList;
import de.digitallotsen.registration.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much of a seminar somebody attended, by what the NSI recorded (R20). */
@ApplicationScoped
class AttendanceRecord {

    private final AttendanceList list;
    private final int breakMinutes;

    AttendanceRecord(
            AttendanceList list, @ConfigProperty(name = "digitallotsen.certificate.break-minutes") int breakMinutes) {
        this.list = list;
        this.breakMinutes = breakMinutes;
    }

    AttendedTime of(Registration registration) {
        return AttendedTime.of(registration.seminar().days(), list.presenceOf(registration.id()), breakMinutes);
    }
}
