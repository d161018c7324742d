package de.digitallotsen.notification;

import java.time.Clock;

import de.digitallotsen.shared.UseCase;

/**
 * The portal notes whom it has to remind of a seminar, each once however often and by however many portals it is asked.
 */
@UseCase
public class RemindParticipants {

    private final Reminders reminders;
    private final Occasions occasions;
    private final Clock clock;

    RemindParticipants(Reminders reminders, Occasions occasions, Clock clock) {
        this.reminders = reminders;
        this.occasions = occasions;
        this.clock = clock;
    }

    /** @return how many were noted */
    public int handle() {
        return (int) reminders.due().stream()
                .filter(due -> occasions.remindOnce(due.kind(), due.registrationId(), due.onceKey(), clock.instant()))
                .count();
    }
}
