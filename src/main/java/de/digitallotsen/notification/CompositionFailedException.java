package de.digitallotsen.notification;

/** The mails of an occasion could not be composed: a fault of ours. Rolls back what was composed of it. */
class CompositionFailedException extends RuntimeException {

    private final long occasionId;

    CompositionFailedException(long occasionId, RuntimeException cause) {
        super("The mails of occasion " + occasionId + " could not be composed", cause);
        this.occasionId = occasionId;
    }

    long occasionId() {
        return occasionId;
    }
}
