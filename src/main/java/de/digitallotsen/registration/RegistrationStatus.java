package de.digitallotsen.registration;

/**
 * The life of a registration. Confirmed, waiting and attended are <em>live</em>: they use one of the two places (R3).
 */
public enum RegistrationStatus {
    CONFIRMED(true),
    WAITING(true),
    ATTENDED(true),
    NO_SHOW(false),
    CANCELLED(false);

    private final boolean live;

    RegistrationStatus(boolean live) {
        this.live = live;
    }

    /** True if it uses a place of its Kommune (R3) and its person (R4). */
    public boolean isLive() {
        return live;
    }

    /** True as long as it can be cancelled: it has a seat or waits for one, and is not settled yet. */
    public boolean isOpen() {
        return this == CONFIRMED || this == WAITING;
    }
}
