package de.digitallotsen.shared;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an act does: who is written to about what, and every change that is noted, also those that follow from it (R29).
 * Found out by doing it ({@link Foresight}), so that what is shown beforehand and what happens are never two things.
 *
 * @param mails every single one, in the order in which they are written
 * @param happenings in the order in which they happen
 */
public record Consequences(List<Mail> mails, List<Happening> happenings) {

    private static final String REGISTRATION = "registration";

    /**
     * A mail to one recipient.
     *
     * @param kind the occasion, for example {@code SEMINAR_CHANGED}
     * @param label the same in German
     * @param audience to whom it speaks, for example {@code STAFF}
     * @param address where it goes
     * @param name of the recipient
     */
    public record Mail(String kind, String label, String audience, String address, String name) {}

    /** A change as the audit trail notes it ({@link AuditedChange}), without what it was before. */
    public record Happening(String action, String subjectType, String subjectId, Map<String, Object> after) {
        static Happening of(AuditedChange change) {
            return new Happening(change.action(), change.subjectType(), change.subjectId(), change.after());
        }

        /**
         * What is new gets its number only when it is really done: only registrations keep theirs. So does the hash of
         * a file: it says when it was made, and is made only then.
         */
        private String line() {
            Map<String, Object> shown = new TreeMap<>(after);
            shown.keySet().removeIf(name -> name.endsWith("Sha256"));
            return action + '/' + (REGISTRATION.equals(subjectType) ? subjectId : "") + '/' + shown;
        }
    }

    /**
     * The mails of one kind.
     *
     * @param recipients how many mails
     * @param names to whom, each once, in order
     */
    public record Mailing(String kind, String label, int recipients, List<String> names) {}

    /** The mails by kind, in the order in which the first of each is written. */
    public List<Mailing> mailings() {
        Map<String, List<Mail>> byKind =
                mails.stream().collect(Collectors.groupingBy(Mail::kind, LinkedHashMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .map(kind -> new Mailing(
                        kind.getKey(),
                        kind.getValue().get(0).label(),
                        kind.getValue().size(),
                        kind.getValue().stream().map(Mail::name).distinct().toList()))
                .toList();
    }

    /** How often something is done, for example {@code registration.promoted}. */
    public int count(String action) {
        return (int) happenings.stream()
                .filter(happening -> happening.action().equals(action))
                .count();
    }

    /** How often each thing is done, by its action, in the order in which the first of each happens. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        happenings.forEach(happening -> counts.merge(happening.action(), 1, Integer::sum));
        return counts;
    }

    /** Two that are the same have the same one: other people, other outcomes, other amounts make another (R29). */
    public String fingerprint() {
        String mailed = mails.stream()
                .sorted(Comparator.comparing(Mail::kind).thenComparing(Mail::address))
                .map(mail -> mail.kind() + '/' + mail.address())
                .collect(Collectors.joining("\n"));
        String happened = happenings.stream().map(Happening::line).sorted().collect(Collectors.joining("\n"));
        return Hashes.sha256(mailed + "\n\n" + happened);
    }

    /** In a few words, for whoever was shown something else. */
    public String summary() {
        return Messages.text("foresight.summary", "mails", mails.size(), "registrations", (int) happenings.stream()
                .filter(happening -> REGISTRATION.equals(happening.subjectType()))
                .map(Happening::subjectId)
                .distinct()
                .count());
    }
}
