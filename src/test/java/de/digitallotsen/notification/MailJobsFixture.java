package de.digitallotsen.notification;

import io.quarkus.arc.Arc;

/** A round of the jobs, as the scheduler would start it. */
final class MailJobsFixture {

    private MailJobsFixture() {}

    static void composeRound() {
        Arc.container().instance(MailJobs.class).get().composeMails();
    }
}
