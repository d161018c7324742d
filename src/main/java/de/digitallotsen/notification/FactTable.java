package de.digitallotsen.notification;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.mail.Audience;
import de.digitallotsen.notification.Letter.Training;
import de.digitallotsen.notification.MailContent.Change;
import de.digitallotsen.notification.MailContent.Row;
import de.digitallotsen.registration.Amount;
import de.digitallotsen.registration.Reference;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;

/** The tables of a mail: what it is about, and what of it has changed. Only staff read about money. */
final class FactTable {

    private FactTable() {}

    static List<Row> rows(Case c, Audience audience) {
        Training training = Training.of(c.seminar());
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("Referenz", Reference.spoken(c.registration().reference())));
        rows.add(Row.of(
                "Person",
                (audience == Audience.FORMER_PARTICIPANT ? c.earlierParticipant() : c.participant()).fullName()));
        rows.add(Row.of("Kommune", c.registration().kommune().displayName()));
        rows.add(Row.of("Seminar", training.title()));
        rows.add(new Row("Tage", training.days()));
        rows.add(Row.of("Ort", training.venue()));
        if (audience == Audience.STAFF) {
            addMoney(rows, c);
        }
        return rows;
    }

    private static void addMoney(List<Row> rows, Case c) {
        Registration registration = c.registration();
        switch (c.kind()) {
            case CONFIRMED, PROMOTED, SUBSTITUTED, REBOOKED, WAITING -> {
                addAmount(rows, c);
                rows.add(Row.of(
                        "Vereinbart",
                        Messages.text(
                                "mail.agreed",
                                "fee",
                                new Money(registration.feeCents()),
                                "land",
                                new Money(registration.subsidyCents()),
                                "own",
                                new Money(registration.ownShareCents()))));
            }
            case CANCELLED, SEMINAR_CANCELLED, FEE_CHANGED, CORRECTED, ATTENDED, NO_SHOW -> addAmount(rows, c);
            default -> {
                // A reminder, or a change that costs nothing: no word about money.
            }
        }
    }

    /** What was to be paid when it happened (R28), whatever happened to the registration since. */
    private static void addAmount(List<Row> rows, Case c) {
        Amount then = c.amount();
        rows.add(Row.of("Zu zahlen", German.euro(then.dueCents())));
        rows.add(Row.of("Das Land zahlt", German.euro(then.landCents())));
    }

    /** Only what differs. */
    static List<Change> changes(Case c) {
        Facts.Outline was = c.facts().was();
        Facts.Outline is = c.facts().is();
        if (was == null) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        add(changes, "Titel", List.of(was.title()), List.of(is.title()));
        add(changes, "Tage", Training.lines(was.days()), Training.lines(is.days()));
        add(
                changes,
                "Ort",
                List.of(Training.place(was.venue(), was.online())),
                List.of(Training.place(is.venue(), is.online())));
        if (is.closesAt() != null) {
            add(
                    changes,
                    "Meldeschluss",
                    List.of(German.dateTime(was.closesAt())),
                    List.of(German.dateTime(is.closesAt())));
        }
        return changes;
    }

    private static void add(List<Change> changes, String label, List<String> before, List<String> after) {
        if (!before.equals(after)) {
            changes.add(new Change(label, before, after));
        }
    }
}
