package de.digitallotsen.account;

import io.smallrye.config.ConfigMapping;

/** What hashing passwords may cost. */
@ConfigMapping(prefix = "digitallotsen.password")
interface PasswordSettings {

    /** Of bcrypt for new hashes; one more takes twice as long. */
    int cost();

    /** So many hashes at once; the other processors are left to those who register. */
    int atOnce();

    /** Who waits longer is told that the portal is busy; milliseconds. */
    long patienceMillis();

    /** So many may wait; each of them keeps a thread. */
    int mostWaiting();
}
