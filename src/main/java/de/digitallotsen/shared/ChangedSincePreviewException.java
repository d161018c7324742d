package de.digitallotsen.shared;

/**
 * The act would do something else than what the person was shown before the click (R29). Thrown out of the use case
 * that has just found out, it undoes everything; the page or resource then shows the new preview.
 */
public class ChangedSincePreviewException extends RefusedException {

    private final String shown;
    private final String now;
    private final transient Object preview;

    /**
     * @param shown what the person was shown, in a few words or figures
     * @param now what would happen instead
     */
    public ChangedSincePreviewException(String shown, String now) {
        this(shown, now, null);
    }

    private ChangedSincePreviewException(String shown, String now, Object preview) {
        super(PreviewRefusal.CHANGED_SINCE_PREVIEW, "shown", shown, "now", now);
        this.shown = shown;
        this.now = now;
        this.preview = preview;
    }

    /** The same, with what a program gets to see: the new preview, as the interface writes it. */
    public ChangedSincePreviewException showing(Object newPreview) {
        return new ChangedSincePreviewException(shown, now, newPreview);
    }

    /** The new preview for programs; null on pages, which show it themselves. */
    public Object preview() {
        return preview;
    }
}
