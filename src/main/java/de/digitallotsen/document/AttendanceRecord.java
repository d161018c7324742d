package de.digitallotsen.document;

import de.digitallotsen.registration.AttendanceList;
import de.digitallotsen.registration.Registration;
import jakarta.enterprise.context.ApplicationScoped;

/** How much of a seminar somebody attended, by what the NSI recorded (R20). */
@ApplicationScoped
class AttendanceRecord {

    private final AttendanceList list;
    private final int breakMinutes;

    AttendanceRecord(AttendanceList list, CertificateSettings settings) {
        this.list = list;
        this.breakMinutes = settings.breakMinutes();
    }

    AttendedTime of(Registration registration) {
        return AttendedTime.of(registration.seminar().days(), list.presenceOf(registration.id()), breakMinutes);
    }
}
