package de.digitallotsen;

import java.util.concurrent.atomic.AtomicInteger;

import de.digitallotsen.registration.Participant;

/** People who attend; each is somebody else unless told otherwise. */
public final class ParticipantFixture {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private String firstName = "Anna";
    private String lastName = "Beispiel";
    private String email;

    private ParticipantFixture() {
        email = "anna.beispiel" + COUNT.incrementAndGet() + "@kommune.example";
    }

    public static ParticipantFixture aParticipant() {
        return new ParticipantFixture();
    }

    public ParticipantFixture named(String first, String last) {
        firstName = first;
        lastName = last;
        return this;
    }

    public ParticipantFixture withEmail(String address) {
        email = address;
        return this;
    }

    public Participant.Details details() {
        return new Participant.Details(firstName, lastName, email, "Sachbearbeitung", null);
    }
}
