package de.digitallotsen.shared.web;

import java.util.Set;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;

/**
 * Who is signed in on this request.
 *
 * @param kommuneArs of personnel staff, else null
 * @param kommuneName how that Kommune is called, else null
 * @param predecessors Kommunen whose place it has taken
 * @param secondFactorDue nothing else may be done until a second factor is set up
 */
public record SignedIn(
        long userId,
        String email,
        String name,
        Role role,
        String kommuneArs,
        String kommuneName,
        Set<String> predecessors,
        String sessionId,
        boolean secondFactorDue) {

    /** Under this name the identity of a request carries it. */
    public static final String ATTRIBUTE = "signed-in";

    /** As the one who asks a use case. */
    public Actor actor() {
        return new Actor(userId, role, kommuneArs, predecessors, false);
    }
}
