package de.digitallotsen.shared;

import java.util.Optional;

/** What is being sent to the portal at this moment, if it bears a key (R24). */
public interface CurrentSubmission {

    /**
     * The key of the next act of this submission: the key itself, with a number behind it from the second act on. Empty
     * where nothing is being sent, or without a key, or within an act that has begun.
     */
    Optional<String> begin();

    /**
     * The act that was begun has ended.
     *
     * @param repeated it had been done before
     */
    void end(boolean repeated);

    /** True if what is being sent bears a key. */
    boolean hasKey();

    /** True if an act of this submission had been done before. */
    boolean isRepeated();
}
