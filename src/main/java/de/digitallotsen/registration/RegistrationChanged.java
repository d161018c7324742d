package de.digitallotsen.registration;

import java.util.LinkedHashMap;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.AuditedChange;

/**
 * A registration was received, promoted or cancelled.
 *
 * @param kind what happened
 * @param was  its status before, or null if it is new
 */
public record RegistrationChanged(Actor actor, RegistrationEvent.Kind kind, Registration registration, State was, String reason) implements AuditedChange {

    /** What of a registration changes. */
    public record State(RegistrationStatus status, WaitingReason waitingReason, de.digitallotsen.seminar.Seminar seminar, Participant participant) {
        static State of(Registration registration) {
            return new State(registration.status(), registration.waitingReason(), registration.seminar(), registration.participant());
        }

        private Map<String, Object> asMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("status", status);
            if (waitingReason != null) {
                map.put("waitingReason", waitingReason);
            }
            return map;
        }
    }

    @Override
    public String action() {
        return "registration." + kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String subjectType() {
        return "registration";
    }

    @Override
    public String subjectId() {
        return registration.reference();
    }

    @Override
    public Map<String, Object> before() {
        return was == null ? Map.of() : was.asMap();
    }

    @Override
    public Map<String, Object> after() {
        Map<String, Object> now = State.of(registration).asMap();
        if (was == null) {
            now.put("seminarId", registration.seminar().id());
            now.put("kommuneArs", registration.kommune().ars());
            now.put("participantId", registration.participant().id());
            now.put("placeNumber", registration.placeNumber());
            now.put("feeCents", registration.feeCents());
            now.put("subsidyCents", registration.subsidyCents());
        }
        return now;
    }
}
