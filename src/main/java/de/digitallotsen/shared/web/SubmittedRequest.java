package de.digitallotsen.shared.web;

import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

import de.digitallotsen.shared.CurrentSubmission;
import de.digitallotsen.shared.Input;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/**
 * The request that is being answered, as a submission (R24): programs name its key in a header, and every form of a
 * page carries one.
 */
@ApplicationScoped
public class SubmittedRequest implements CurrentSubmission {

    static final String HEADER = "Idempotency-Key";
    /** What can be a key: up to a hundred printable characters of ASCII. */
    private static final int LONGEST_KEY = 100;

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1," + LONGEST_KEY + "}");

    private static final String PROGRESS = "digitallotsen.submission";

    /** How far a request has come with its acts; what was tried and not done does not count. */
    private static final class Progress {
        private String key;
        private int acts;
        private boolean within;
        private boolean repeated;
    }

    @Override
    public Optional<String> begin() {
        ResteasyReactiveRequestContext request = current();
        refuseUnusableKey(request);
        Optional<String> key = key(request);
        if (key.isEmpty()) {
            return key;
        }
        Progress progress = progress(request);
        if (progress.within) {
            return Optional.empty();
        }
        progress.within = true;
        int before = progress.acts;
        return before == 0 ? key : key.map(first -> first + "#" + before);
    }

    @Override
    public void end(boolean repeated) {
        Progress progress = progress(current());
        progress.within = false;
        progress.acts++;
        progress.repeated |= repeated;
    }

    @Override
    public void giveUp() {
        progress(current()).within = false;
    }

    @Override
    public int acts() {
        ResteasyReactiveRequestContext request = current();
        return request == null ? 0 : progress(request).acts;
    }

    @Override
    public void backTo(int acts) {
        ResteasyReactiveRequestContext request = current();
        if (request != null) {
            progress(request).acts = acts;
        }
    }

    @Override
    public void under(String key) {
        ResteasyReactiveRequestContext request = current();
        if (request != null) {
            progress(request).key = key;
        }
    }

    @Override
    public boolean hasKey() {
        return key(current()).isPresent();
    }

    @Override
    public boolean isRepeated() {
        ResteasyReactiveRequestContext request = current();
        return request != null && isRepeated(request);
    }

    /** Null where nobody has sent anything: a job at work, a race in a test. */
    private static ResteasyReactiveRequestContext current() {
        return Arc.container().requestContext().isActive() ? CurrentRequestManager.get() : null;
    }

    /** True if an act of this request had been done before. */
    static boolean isRepeated(ResteasyReactiveRequestContext request) {
        return progress(request).repeated;
    }

    /** True if an act of this request is done for a key: the first of them for the key itself. */
    static boolean hasActed(ResteasyReactiveRequestContext request) {
        return progress(request).acts > 0;
    }

    private static Progress progress(ResteasyReactiveRequestContext request) {
        Progress progress = (Progress) request.getProperty(PROGRESS);
        if (progress == null) {
            progress = new Progress();
            request.setProperty(PROGRESS, progress);
        }
        return progress;
    }

    static Optional<String> key(ResteasyReactiveRequestContext request) {
        if (request == null) {
            return Optional.empty();
        }
        if (progress(request).key != null) {
            return Optional.of(progress(request).key);
        }
        String header = request.serverRequest().getRequestHeader(HEADER);
        return Optional.ofNullable(header != null ? header : keyOf(request.getFormData()))
                .filter(key -> KEY.matcher(key).matches());
    }

    /** Who names a key relies on it: one that cannot be kept is refused, not overlooked. */
    private static void refuseUnusableKey(ResteasyReactiveRequestContext request) {
        String header = request == null ? null : request.serverRequest().getRequestHeader(HEADER);
        Input input = new Input();
        input.check(
                header == null || KEY.matcher(header).matches(),
                HEADER,
                "input.idempotency-key",
                "longest",
                LONGEST_KEY);
        input.throwIfWrong();
    }

    /** None if the form is only to be shown: that submits nothing. */
    private static String keyOf(FormData form) {
        String onlyShow = field(form, Form.SHOW_AGAIN);
        return onlyShow == null || onlyShow.isEmpty() ? field(form, Form.KEY) : null;
    }

    private static String field(FormData form, String name) {
        Deque<FormValue> values = form == null ? null : form.get(name);
        return values == null || values.isEmpty() || values.getLast().isFileItem()
                ? null
                : values.getLast().getValue();
    }
}
