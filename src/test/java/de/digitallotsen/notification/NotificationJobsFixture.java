package de.digitallotsen.notification;

import io.quarkus.arc.Arc;

/** A round of the jobs, as the scheduler would start it. */
final class NotificationJobsFixture {

    private NotificationJobsFixture() {}

    static void composeRound() {
        Arc.container().instance(NotificationJobs.class).get().composeMails();
    }
}
