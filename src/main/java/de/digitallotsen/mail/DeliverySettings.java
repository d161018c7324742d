package de.digitallotsen.mail;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** When mails are written and sent. */
@ConfigMapping(prefix = "digitallotsen.mail")
interface DeliverySettings {

    /** Where answers go; without it, to the operator. */
    Optional<String> replyTo();

    /** How often new occasions and mails are looked for; a duration, or „off“. Read by the scheduler. */
    String every();

    /** How often seminars that come near are looked for; a duration, or „off“. Read by the scheduler. */
    String remindEvery();

    /** So long the mail server may take for one mail; a duration, shorter than the lease of five minutes. */
    Duration patience();
}
