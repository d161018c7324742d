package de.digitallotsen.account;

/** Whether mails about accounts reach anybody. The feature that sends them answers. */
public interface AccountMails {

    /** False in the demo and without a mail server: then whoever invites has to pass the link on. */
    boolean goOut();
}
