package de.digitallotsen.registration;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who got a mail of what somebody did to a registration; whoever writes the mails answers, from what was noted with the
 * act and from the mails themselves, whoever has an account or takes part by now.
 */
public interface WhoWasTold {

    /**
     * Of the last of these acts.
     *
     * @return empty if nobody knows any more: mails are deleted (R27)
     */
    Optional<List<WhoIsTold.Told>> ofTheLast(long registrationId, Set<RegistrationEvent.Kind> acts);
}
