package de.digitallotsen.shared;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says no. Thrown out of a use case it rolls the transaction back, so a refusal changes nothing. It is mapped once, to
 * a page and to {@code application/problem+json}; everything else that is thrown is a fault of ours and becomes a 500.
 */
public class RefusedException extends RuntimeException {

    private final transient Refusal refusal;
    private final String act;
    private final transient Map<String, Object> details;

    /**
     * @param details pairs of name and value for the placeholders of the German text, for example {@code "capacity",
     *     20}
     */
    public RefusedException(Refusal refusal, Object... details) {
        this(refusal, "", paired(details));
    }

    private RefusedException(Refusal refusal, String act, Map<String, Object> details) {
        super(refusal.name());
        this.refusal = refusal;
        this.act = act;
        this.details = details;
    }

    private static Map<String, Object> paired(Object... details) {
        if (details.length % 2 != 0) {
            throw new IllegalArgumentException("Details come in pairs of name and value");
        }
        Map<String, Object> paired = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            paired.put((String) details[i], details[i + 1]);
        }
        return paired;
    }

    /** The same refusal with the way out that there is during this act; the key of the messages ends with it. */
    public RefusedException during(String ofAct) {
        return new RefusedException(refusal, ofAct, details);
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, Object> details() {
        return details;
    }

    /** The German sentence for the person who asked. */
    public String text() {
        return Messages.refusal(refusal, act, details);
    }

    /** Expected in everyday work, so it carries no stack trace: a rush of refusals stays cheap. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
