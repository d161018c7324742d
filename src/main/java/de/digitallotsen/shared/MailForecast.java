package de.digitallotsen.shared;

import java.util.List;

/** Knows which mails come of what was done in the transaction that is running. */
public interface MailForecast {

    /** The mails that were noted in it and are written once it is committed. */
    List<Consequences.Mail> ofThisTransaction();
}
