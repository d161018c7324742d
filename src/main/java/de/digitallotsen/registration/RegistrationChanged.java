package de.digitallotsen.registration;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;

/**
 * Something happened to a registration. Fired inside the transaction in which it happened; the registration is as it is
 * now.
 *
 * @param kind what happened
 * @param was what it was before, or null if it is new
 * @param reason why, where one was asked for, or what of a person was corrected; else null
 * @param days on which the person was there, where that was recorded or corrected; else null
 */
public record RegistrationChanged(
        Actor actor, RegistrationEvent.Kind kind, Registration registration, State was, String reason, DaysPresent days)
        implements Audited {

    private static final String DAYS = "daysPresent";

    /**
     * What of a registration changes.
     *
     * @param dueCents what the Kommune owes, in cents
     */
    public record State(
            RegistrationStatus status,
            WaitingReason waitingReason,
            Seminar seminar,
            Participant participant,
            long feeCents,
            long subsidyCents,
            long dueCents) {
        static State of(Registration registration) {
            return new State(
                    registration.status(),
                    registration.waitingReason(),
                    registration.seminar(),
                    registration.participant(),
                    registration.feeCents(),
                    registration.subsidyCents(),
                    registration.dueCents());
        }

        private Map<String, Object> asMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("status", status);
            if (waitingReason != null) {
                map.put("waitingReason", waitingReason);
            }
            map.put("seminarId", seminar.id());
            map.put("participantId", participant.id());
            map.put("feeCents", feeCents);
            map.put("subsidyCents", subsidyCents);
            map.put("dueCents", dueCents);
            return map;
        }

        /** The entries that are different in the other state; the status always. */
        private Map<String, Object> differingFrom(State other) {
            Map<String, Object> map = asMap();
            Map<String, Object> others = other.asMap();
            map.entrySet()
                    .removeIf(entry -> !entry.getKey().equals("status")
                            && Objects.equals(entry.getValue(), others.get(entry.getKey())));
            return map;
        }
    }

    @Override
    public AuditedChange audited() {
        return AuditedChange.of(
                        actor,
                        "registration." + kind.name().toLowerCase(Locale.ROOT),
                        "registration",
                        registration.reference())
                .from(before())
                .to(after());
    }

    private Map<String, Object> before() {
        Map<String, Object> before =
                was == null ? new LinkedHashMap<>() : new LinkedHashMap<>(was.differingFrom(State.of(registration)));
        if (days != null) {
            before.put(DAYS, days.before());
        }
        return before;
    }

    private Map<String, Object> after() {
        State is = State.of(registration);
        Map<String, Object> now = was == null ? is.asMap() : is.differingFrom(was);
        if (was == null) {
            now.put("kommuneArs", registration.kommune().ars());
            now.put("placeNumber", registration.placeNumber());
        }
        if (days != null) {
            now.put(DAYS, days.now());
        }
        if (reason != null) {
            now.put(kind == RegistrationEvent.Kind.PERSON_CORRECTED ? "corrected" : "reason", reason);
        }
        return now;
    }
}
