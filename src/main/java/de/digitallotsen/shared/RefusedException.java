package de.digitallotsen.shared;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says no. Thrown out of a use case it rolls the transaction back, so a refusal changes nothing. It is mapped once, to
 * a page and to {@code application/problem+json}; everything else that is thrown is a fault of ours and becomes a 500.
 */
public class RefusedException extends RuntimeException {

    private final transient Refusal refusal;
    private final transient Map<String, Object> details;

    /**
     * @param details pairs of name and value for the placeholders of the German text, for example {@code "capacity",
     *     20}
     */
    public RefusedException(Refusal refusal, Object... details) {
        super(refusal.name());
        if (details.length % 2 != 0) {
            throw new IllegalArgumentException("Details come in pairs of name and value");
        }
        this.refusal = refusal;
        this.details = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            this.details.put((String) details[i], details[i + 1]);
        }
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, Object> details() {
        return details;
    }

    /** The German sentence for the person who asked. */
    public String text() {
        return Messages.refusal(refusal, details);
    }

    /** Expected in everyday work, so it carries no stack trace: a rush of refusals stays cheap. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
