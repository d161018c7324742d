package de.digitallotsen.paper;

import io.smallrye.config.ConfigMapping;

/** How much of the machine PDF may take. */
@ConfigMapping(prefix = "digitallotsen.document")
interface PaperSettings {

    /** So many are made at once. */
    int atOnce();

    /** Who waits longer is told that the portal is busy; milliseconds. */
    long patienceMillis();
}
