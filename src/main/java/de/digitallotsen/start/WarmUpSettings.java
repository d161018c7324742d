package de.digitallotsen.start;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** Whether the portal rehearses before it says that it is ready. */
@ConfigMapping(prefix = "digitallotsen.warm-up")
interface WarmUpSettings {

    @WithParentName
    boolean wanted();

    /** It ends after this time however far it has come; a duration. */
    Duration longest();
}
