package de.digitallotsen.registration;

import java.util.Map;

import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Throttle;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Each change of person makes the portal write to an address that somebody has typed. So only so many are made for a
 * Kommune, and only so many lead to one address, within a time. Counted in the transaction of the act, so that all
 * instances count the same ones and what was refused is none.
 */
@ApplicationScoped
class SubstitutionBrake {

    private final Throttle throttle;
    private final SubstitutionSettings settings;

    SubstitutionBrake(Throttle throttle, SubstitutionSettings settings) {
        this.throttle = throttle;
        this.settings = settings;
    }

    /**
     * Counts a change of the address to which mails about a registration go. Before any other lock is taken.
     *
     * @param keyBefore of the person before
     * @param keyAfter of the person from now on; the same means that nobody new is written to, and nothing is counted
     * @throws RefusedException TOO_MANY_SUBSTITUTIONS (429) with {@code retryAfter} in seconds
     */
    void count(String kommuneArs, String keyBefore, String keyAfter) {
        if (keyBefore.equals(keyAfter)) {
            return;
        }
        throttle.countActs(limits(kommuneArs, keyAfter), settings.within(), RegistrationRefusal.TOO_MANY_SUBSTITUTIONS);
    }

    /**
     * Refuses as {@link #count} would, and counts nothing (R29).
     *
     * @throws RefusedException TOO_MANY_SUBSTITUTIONS (429) with {@code retryAfter} in seconds
     */
    void requireRoom(String kommuneArs, String keyBefore, String keyAfter) {
        if (!keyBefore.equals(keyAfter)) {
            throttle.requireRoom(
                    limits(kommuneArs, keyAfter), settings.within(), RegistrationRefusal.TOO_MANY_SUBSTITUTIONS);
        }
    }

    private Map<String, Integer> limits(String kommuneArs, String keyAfter) {
        return Map.of(
                "substitutions of " + kommuneArs, settings.mostPerKommune(),
                "substitutions to " + keyAfter, settings.mostPerAddress());
    }
}
