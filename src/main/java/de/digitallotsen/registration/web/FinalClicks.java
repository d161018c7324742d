package de.digitallotsen.registration.web;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The final click on the check page of what was kept (R29): one click acts, and every other gets its answer (R24). */
@ApplicationScoped
class FinalClicks {

    private final KeptEntries entries;
    private final CurrentUser user;

    FinalClicks(KeptEntries entries, CurrentUser user) {
        this.entries = entries;
        this.user = user;
    }

    /**
     * Where a click leads.
     *
     * @param check the page that it was made on
     * @param shown true if what the click carries can be read
     * @param done the page that says what came of it, for what was kept of that
     * @param again the check page anew, with why nothing was done
     */
    record Ways(
            Link check,
            Predicate<String> shown,
            Function<String, Link> done,
            BiFunction<KeptEntries.Entry, Form, ?> again) {}

    /** @param act does it and ends the entry ({@link KeptEntries#once}), for what was typed and the click */
    Response on(
            String entry,
            MultivaluedMap<String, String> fields,
            Ways ways,
            BiFunction<KeptEntries.Entry, Form, String> act) {
        KeptEntries.Entry kept = entries.require(user.actor(), entry);
        Form click = Form.sent(fields);
        if (kept.isDone()) {
            return ways.done().apply(kept.result()).seeOther();
        }
        // Who was shown nothing agrees to nothing.
        if (!click.onlyShow() && !ways.shown().test(click.value(Check.EXPECT))) {
            return ways.check().seeOther();
        }
        return click.submit(
                () -> ways.done().apply(unlessDone(entry, () -> act.apply(kept, click))),
                again -> ways.again().apply(kept, again));
    }

    /** What is refused because another click did it meanwhile has that one's answer. */
    private String unlessDone(String entry, Supplier<String> act) {
        try {
            return act.get();
        } catch (RefusedException refused) {
            KeptEntries.Entry now = entries.require(user.actor(), entry);
            if (now.isDone()) {
                return now.result();
            }
            throw refused;
        }
    }
}
