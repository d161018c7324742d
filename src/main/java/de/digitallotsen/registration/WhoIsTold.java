package de.digitallotsen.registration;

import java.util.List;

/**
 * Who gets a mail of what happens to a registration; whoever writes the mails answers, from the list that they go by.
 */
public interface WhoIsTold {

    /** Why somebody is written to. */
    enum Group {
        PARTICIPANT,
        /** Whose place somebody else takes over (R16). */
        FORMER_PARTICIPANT,
        /** Personnel staff of the Kommune. */
        STAFF
    }

    /** One who is written to. */
    record Told(Group group, String name, String email) {}

    /**
     * Nobody for what is not told.
     *
     * @param person who takes part then
     * @param former who took part before; null if the person stays
     */
    List<Told> of(RegistrationEvent.Kind kind, String kommuneArs, Participant person, Participant former);
}
