package de.digitallotsen.registration;

import java.time.Clock;
import java.time.Instant;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;

/** Writes registrations with their history, and tells the rest of the portal what happened to them. */
@ApplicationScoped
class Journal {

    private final EntityManager database;
    private final Registrations registrations;
    private final Clock clock;
    private final WhoIsTold mails;
    private final Event<Audited> changes;

    Journal(EntityManager database, Registrations registrations, Clock clock, WhoIsTold mails, Event<Audited> changes) {
        this.database = database;
        this.registrations = registrations;
        this.clock = clock;
        this.mails = mails;
        this.changes = changes;
    }

    Instant now() {
        return clock.instant();
    }

    Participant write(Participant participant) {
        database.persist(participant);
        return participant;
    }

    void write(Registration registration) {
        database.persist(registration);
        database.flush();
    }

    /**
     * Locks a registration until the end of the transaction and reads it and its seminar, whose row is locked already,
     * anew.
     */
    void reread(Registration registration) {
        registrations.lockAndRefresh(registration);
        database.refresh(registration.seminar());
    }

    /** Locks a registration until the end of the transaction and reads it anew. */
    void lock(Registration registration) {
        registrations.lockAndRefresh(registration);
    }

    /** Tells the rest of the portal what happened to something else. */
    void tell(Audited change) {
        changes.fire(change);
    }

    void flush() {
        database.flush();
    }

    /** Reads a seminar or programme as it stands now: others change them behind Hibernate's back. */
    void refresh(Object entity) {
        database.refresh(entity);
    }

    /**
     * Lets pass only if just those will be written to who were named before the click (R29), by the list that the mails
     * go by. Asked before the budget is touched: nobody waits for it.
     *
     * @param told {@link Expect#told}
     * @param person who takes part then
     * @param former who took part before; null if the person stays
     */
    void requireTold(
            String told, RegistrationEvent.Kind kind, String kommuneArs, Participant person, Participant former) {
        Expect.requireTold(told, () -> mails.of(kind, kommuneArs, person, former));
    }

    /** The same, of a registration whose person stays. */
    void requireTold(Expect expect, RegistrationEvent.Kind kind, Registration registration) {
        requireTold(expect.told(), kind, registration.kommune().ars(), registration.participant(), null);
    }

    /** A new registration, confirmed or waiting. */
    void received(Actor actor, Registration registration) {
        RegistrationEvent.Kind kind = registration.status() == RegistrationStatus.CONFIRMED
                ? RegistrationEvent.Kind.CONFIRMED
                : RegistrationEvent.Kind.WAITING;
        note(new RegistrationChanged(actor, kind, registration, null, null, null));
    }

    /** Something happened to a registration that was there before. */
    void changed(Actor actor, RegistrationEvent.Kind kind, Registration registration, RegistrationChanged.State was) {
        note(new RegistrationChanged(actor, kind, registration, was, null, null));
    }

    /** Something happened for a reason that somebody gave. */
    void changed(
            Actor actor,
            RegistrationEvent.Kind kind,
            Registration registration,
            RegistrationChanged.State was,
            String reason) {
        note(new RegistrationChanged(actor, kind, registration, was, reason, null));
    }

    /** Somebody wrote down on which days a person was there. */
    void attendance(Actor actor, Registration registration, DaysPresent days) {
        note(new RegistrationChanged(
                actor,
                RegistrationEvent.Kind.ATTENDANCE_RECORDED,
                registration,
                RegistrationChanged.State.of(registration),
                null,
                days));
    }

    /** Something happened of which more is told than fits the others. */
    void note(RegistrationChanged change) {
        database.persist(new RegistrationEvent(change, clock.instant()));
        changes.fire(change);
    }
}
