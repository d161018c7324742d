package de.digitallotsen.audit.web;

import java.util.Comparator;
import java.util.List;

import de.digitallotsen.audit.AuditTrail;
import de.digitallotsen.audit.AuditWords;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import jakarta.ws.rs.QueryParam;

/** The filter of the trail as it stands in the address. */
public class AuditQuery {

    private static final int LONGEST = 100;
    static final List<String> SUBJECTS = List.of(
            "registration",
            "seminar",
            "budget",
            "kommune",
            "account",
            "invitation",
            "programme",
            "register",
            "claim",
            "period",
            "certificate",
            "mail",
            "deletion",
            "person");

    @QueryParam("von")
    String from;

    @QueryParam("bis")
    String to;

    @QueryParam("person")
    String person;

    @QueryParam("vorgang")
    String action;

    @QueryParam("gegenstand")
    String subjectType;

    @QueryParam("nummer")
    String subjectId;

    @QueryParam("eintrag")
    String number;

    AuditTrail.Filter filter() {
        Input input = new Input();
        AuditTrail.Filter filter = new AuditTrail.Filter(
                Params.day("von", from),
                Params.day("bis", to),
                input.optional("vorgang", "Vorgang", action, LONGEST),
                input.optional("gegenstand", "Gegenstand", subjectType, LONGEST),
                input.optional("nummer", "Nummer", subjectId, LONGEST),
                null,
                input.optional("person", "Person", person, LONGEST),
                Params.longNumber("eintrag", number));
        input.throwIfWrong();
        return filter;
    }

    /** For links that keep the filter. */
    String[] parameters() {
        return new String[] {
            "von",
            from,
            "bis",
            to,
            "person",
            person,
            "vorgang",
            action,
            "gegenstand",
            subjectType,
            "nummer",
            subjectId,
            "eintrag",
            number
        };
    }

    /** For the sheet „Info“ of a file. */
    String words() {
        return Pager.query(parameters());
    }

    List<Choice> actions(List<String> known) {
        return known.stream()
                .map(key -> new Choice(key, AuditWords.action(key), key.equals(action)))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    List<Choice> subjects() {
        return SUBJECTS.stream()
                .map(key -> new Choice(key, Messages.label("subject." + key), key.equals(subjectType)))
                .toList();
    }

    static String shown(String raw) {
        return raw == null ? "" : raw;
    }
}
