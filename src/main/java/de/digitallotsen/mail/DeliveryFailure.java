package de.digitallotsen.mail;

/** Why a mail could not be handed over to the mail server. */
class DeliveryFailure extends Exception {

    /** What follows from it. */
    enum Kind {
        /** The server cannot be reached, does not answer in time, or takes nobody's mail: the others wait too. */
        OUTAGE,
        /** Not this mail, or not now. */
        REFUSED,
        /** This address will not work however often it is tried. */
        REFUSED_FOR_GOOD
    }

    private final Kind kind;

    DeliveryFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
