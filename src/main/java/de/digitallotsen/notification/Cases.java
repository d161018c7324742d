package de.digitallotsen.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.seminar.Seminar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Gathers what the mails of an occasion are written from: what was noted then, and how everything else stands now. */
@ApplicationScoped
class Cases {

    private final EntityManager database;
    private final ObjectMapper json;

    Cases(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Case of(MailOccasion occasion) {
        Facts facts = read(occasion.facts());
        return new Case(
                occasion,
                facts,
                database.find(Registration.class, occasion.registrationId()),
                find(Participant.class, occasion.participantId()),
                find(Seminar.class, occasion.seminarId()),
                find(Participant.class, facts.earlierParticipantId()),
                find(Seminar.class, facts.earlierSeminarId()));
    }

    private <T> T find(Class<T> type, Long id) {
        return id == null ? null : database.find(type, id);
    }

    private Facts read(String facts) {
        try {
            return facts == null ? Facts.NONE : json.readValue(facts, Facts.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
