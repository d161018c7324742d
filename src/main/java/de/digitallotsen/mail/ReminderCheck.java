package de.digitallotsen.mail;

/** Whether a reminder is still worth sending when its turn comes; those who noted it answer. */
public interface ReminderCheck {

    /** @param occasionId what the mail was written about */
    boolean stillHolds(long occasionId);
}
