package de.digitallotsen.seminar;

import io.smallrye.config.ConfigMapping;

/** What the seminar is, for those who do not know it yet: texts of the institution that runs it. */
@ConfigMapping(prefix = "digitallotsen.seminar")
interface SeminarSettings {

    /** For whom it is, in a sentence. */
    String audience();

    /** What is learned, separated by semicolons. */
    String contents();

    /** What a Digital-Lotse does afterwards, in a sentence. */
    String afterwards();
}
