package de.digitallotsen.document;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.OverriddenChange;

/**
 * A certificate was issued, issued anew or withdrawn.
 *
 * @param replaced the number of the one before; null unless it was issued anew
 */
record CertificateChanged(Actor actor, Act act, Certificate certificate, String replaced) implements OverriddenChange {

    /** What happened. */
    enum Act {
        ISSUED,
        REISSUED,
        WITHDRAWN
    }

    @Override
    public String action() {
        return "certificate." + act.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String subjectType() {
        return "certificate";
    }

    @Override
    public String subjectId() {
        return certificate.number();
    }

    @Override
    public Map<String, Object> before() {
        return replaced == null ? Map.of() : Map.of("number", replaced);
    }

    @Override
    public Map<String, Object> after() {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("number", certificate.number());
        after.put("reference", certificate.registration().reference());
        after.put("daysAttended", certificate.daysAttended());
        after.put("units", certificate.units());
        if (act == Act.WITHDRAWN) {
            after.put("reason", certificate.withdrawalReason());
        }
        return after;
    }
}
