package de.digitallotsen.document;

import io.smallrye.config.ConfigMapping;

/** What stands on every certificate. */
@ConfigMapping(prefix = "digitallotsen.certificate")
interface CertificateSettings {

    /** Where it is issued. */
    String place();

    /** Taken off each day of more than six hours; minutes. */
    int breakMinutes();

    /** What the seminar is about, separated by semicolons. */
    String contents();
}
