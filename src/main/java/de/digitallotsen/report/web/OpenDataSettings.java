package de.digitallotsen.report.web;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Who publishes the open figures, and on which terms. */
@ConfigMapping(prefix = "digitallotsen.open-data")
interface OpenDataSettings {

    /** The institution; without another setting the operator. */
    String publisher();

    /** An address out of the list of DCAT-AP.de. */
    String licence();

    /** What the licence is called. */
    String licenceName();

    /** The number under which the institution delivers to GovData, an address; empty if it does not. */
    Optional<String> contributorId();
}
