package de.digitallotsen.document;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.registration.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** On which days somebody was there, as the NSI recorded it (R20). */
@ApplicationScoped
class AttendanceRecord {

    private final EntityManager database;
    private final int breakMinutes;

    AttendanceRecord(EntityManager database, @ConfigProperty(name = "digitallotsen.certificate.break-minutes") int breakMinutes) {
        this.database = database;
        this.breakMinutes = breakMinutes;
    }

    @SuppressWarnings("unchecked")
    AttendedTime of(Registration registration) {
        List<LocalDate> present = database.createNativeQuery("select day from attendance where registration_id = :id", LocalDate.class)
                .setParameter("id", registration.id()).getResultList();
        return AttendedTime.of(registration.seminar().days(), present, breakMinutes);
    }
}
