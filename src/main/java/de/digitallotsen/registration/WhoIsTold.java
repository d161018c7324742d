package de.digitallotsen.registration;

import java.util.List;
import java.util.stream.Collectors;

import de.digitallotsen.shared.Hashes;

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

    /** So many letters of a hash tell apart who is named on one page. */
    int MARK = 12;

    /** A short mark of who is written to, which a click can carry: other people or addresses have another. */
    static String mark(List<Told> told) {
        return Hashes.sha256(told.stream()
                        .map(one -> one.group() + " " + one.email())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("\n")))
                .substring(0, MARK);
    }

    /**
     * Nobody for what is not told.
     *
     * @param person who takes part then
     * @param former who took part before; null if the person stays
     */
    List<Told> of(RegistrationEvent.Kind kind, String kommuneArs, Participant person, Participant former);
}
