package de.digitallotsen.shared;

import java.util.Optional;

/** What is being sent to the portal at this moment, if it bears a key (R24). */
public interface CurrentSubmission {

    /**
     * The key of the next act of this submission: the key itself, with a number behind it from the second act on. Only
     * what was done counts: an act that is tried again is tried under the same key. Empty where nothing is being sent,
     * or without a key, or within an act that has begun.
     */
    Optional<String> begin();

    /**
     * The act that was begun is done, as far as it is for it to say: {@link #backTo} takes it back if its transaction
     * was not committed.
     *
     * @param repeated it had been done before
     */
    void end(boolean repeated);

    /** The act that was begun came to nothing. */
    void giveUp();

    /** How many acts of this submission are done. */
    int acts();

    /** What was done after so many acts was undone with its transaction. */
    void backTo(int acts);

    /** From now on the acts of this submission come under this key, whatever key was sent. */
    void under(String key);

    /** True if what is being sent bears a key. */
    boolean hasKey();

    /** True if an act of this submission had been done before. */
    boolean isRepeated();
}
