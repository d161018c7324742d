package de.digitallotsen.document.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whoever has a seat, for a Serienbrief. The columns stay as they are, because letters are set up with them; those for
 * which the portal holds nothing are there and empty. A workbook only: in a CSV file a name like {@code -Müller} has to
 * be made harmless, and the apostrophe for that would stand in the letter.
 */
@ApplicationScoped
class MailMergeTable {

    private static final List<String> COLUMNS =
            List.of("Anrede", "Titel", "Vorname", "Nachname", "Dienststelle", "Strasse", "PLZ", "Ort", "Briefanrede");
    private static final Set<RegistrationStatus> SEATED =
            Set.of(RegistrationStatus.CONFIRMED, RegistrationStatus.ATTENDED);

    private final RegistrationSearch search;

    MailMergeTable(RegistrationSearch search) {
        this.search = search;
    }

    /**
     * @param text as typed into the filter of the page, or null
     * @param order „kommune“, otherwise by name
     */
    Table ofSeminar(Actor actor, String seminar, String text, String order) {
        long id = search.requireSeminar(Params.id(seminar));
        List<List<Object>> rows = search
                .find(
                        actor,
                        new RegistrationSearch.Filter(null, id, null, text),
                        "kommune".equals(order) ? RegistrationSearch.Order.KOMMUNE : RegistrationSearch.Order.NAME,
                        Page.Request.everything())
                .items()
                .stream()
                .map(RegistrationSearch.RegistrationView::registration)
                .filter(registration -> SEATED.contains(registration.status()))
                .map(MailMergeTable::row)
                .toList();
        return new Table("Serienbrief", Table.words("Termin", seminar, "Suche", text), COLUMNS, rows);
    }

    private static List<Object> row(Registration registration) {
        Participant person = registration.participant();
        return Arrays.asList(
                "",
                "",
                person.firstName(),
                person.lastName(),
                registration.kommune().displayName(),
                "",
                registration.kommune().postcode(),
                registration.kommune().town(),
                Messages.text("letter.salutation", "firstName", person.firstName(), "lastName", person.lastName()));
    }
}
