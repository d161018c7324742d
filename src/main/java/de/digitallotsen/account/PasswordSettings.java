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

    /** So many strangers may wait; each of them keeps a thread. */
    int mostWaiting();

    /** So many of them from one address. */
    int mostWaitingPerAddress();

    /** So many may wait besides who are known: by a session, a link or a device that has signed in before. */
    int mostKnownWaiting();
}
