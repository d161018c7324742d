package de.digitallotsen.mail;

/** Hands a mail over to the mail server. Takes its time; never called inside a transaction. */
interface MailTransport {

    /** @throws DeliveryFailure if the server did not say that it has taken the mail over */
    void deliver(Delivery delivery) throws DeliveryFailure;
}
