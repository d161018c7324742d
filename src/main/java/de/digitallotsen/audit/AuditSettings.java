package de.digitallotsen.audit;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** When the audit trail is sealed. */
@ConfigMapping(prefix = "digitallotsen.audit")
interface AuditSettings {

    /** How often; a duration, or „off“. */
    String sealEvery();

    /** How old an entry has to be: well over the time-out of a transaction; a duration. */
    Duration sealAfter();

    /** Entries in one seal. */
    int sealMost();
}
