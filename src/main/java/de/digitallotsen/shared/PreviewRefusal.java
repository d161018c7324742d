package de.digitallotsen.shared;

/** Refusals between what was shown and the final click (R29). */
public enum PreviewRefusal implements Refusal {
    /** The answer would be another by now; nothing has happened. */
    CHANGED_SINCE_PREVIEW(409),
    /** What was typed is not kept any more, or belongs to somebody else. */
    ENTRY_GONE(404);

    private final int status;

    PreviewRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
