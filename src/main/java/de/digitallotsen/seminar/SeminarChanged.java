package de.digitallotsen.seminar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;

/**
 * A seminar was planned, changed, copied or published.
 *
 * @param act planned, changed, copied, published, cancelled, closed; when cancelled or closed, the plan is as it was
 * @param was null if it is new
 * @param reason why, where one was asked for; else null
 */
public record SeminarChanged(Actor actor, String act, long seminarId, SeminarPlan was, SeminarPlan is, String reason)
        implements Audited {

    public SeminarChanged(Actor actor, String act, long seminarId, SeminarPlan was, SeminarPlan is) {
        this(actor, act, seminarId, was, is, null);
    }

    /** Its plan stayed as it is, its state did not. */
    public static SeminarChanged withReason(Actor actor, String act, long seminarId, SeminarPlan plan, String reason) {
        return new SeminarChanged(actor, act, seminarId, plan, plan, reason);
    }

    @Override
    public AuditedChange audited() {
        return AuditedChange.of(actor, "seminar." + act, "seminar", seminarId)
                .from(was == null ? Map.of() : differing(describe(was), describe(is)))
                .to(after());
    }

    private Map<String, Object> after() {
        Map<String, Object> after = was == null ? describe(is) : differing(describe(is), describe(was));
        if (reason != null) {
            after.put("reason", reason);
        }
        return after;
    }

    private static Map<String, Object> differing(Map<String, Object> these, Map<String, Object> those) {
        return these.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(those.get(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static Map<String, Object> describe(SeminarPlan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", plan.title());
        fields.put(
                "days",
                plan.days().stream()
                        .map(d -> d.date() + " " + d.begin() + "-" + d.end())
                        .collect(Collectors.joining(", ")));
        fields.put("venue", plan.venue());
        fields.put("online", plan.online());
        fields.put("capacity", plan.capacity());
        fields.put("feeCents", plan.feeCents());
        fields.put("opensAt", plan.opensAt().toString());
        fields.put("closesAt", plan.closesAt().toString());
        if (plan.minimum() != null) {
            fields.put("minParticipants", plan.minimum().participants());
            fields.put("decisionDay", plan.minimum().decisionDay().toString());
        }
        return fields;
    }
}
