package de.digitallotsen.registration.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.enterprise.context.ApplicationScoped;

/** Registrations as a list to carry elsewhere; everybody gets what they may see on the screen (R25). */
@ApplicationScoped
class RegistrationTable {

    private static final List<String> COLUMNS = List.of(
            "Referenz",
            "Status",
            "Position",
            "Vorname",
            "Nachname",
            "E-Mail",
            "Funktion",
            "Kommune",
            "Regionalschlüssel",
            "Termin",
            "Seminar",
            "Erster Tag",
            "Letzter Tag",
            "Ort",
            "Zu zahlen",
            "Das Land zahlt",
            "Vereinbart: Teilnahmeentgelt",
            "Vereinbart: Anteil Land",
            "Vereinbart: Eigenanteil",
            "Eingegangen");

    private final RegistrationSearch search;

    RegistrationTable(RegistrationSearch search) {
        this.search = search;
    }

    /** As filtered on the screen; null means no limit. */
    Table registrations(Actor actor, String status, String text, Long seminarId) {
        RegistrationStatus wanted = Params.choice("status", status, RegistrationStatus.class);
        return table(
                actor,
                "Anmeldungen",
                new RegistrationSearch.Filter(wanted, seminarId, null, text),
                RegistrationSearch.Order.NEWEST,
                Table.words("Status", wanted == null ? null : Messages.label(wanted), "Suche", text));
    }

    /** Participants and waiting list of a seminar. */
    Table participants(Actor actor, String seminar, String text, String order) {
        long id = search.requireSeminar(Params.id(seminar));
        return table(
                actor,
                "Teilnehmende",
                new RegistrationSearch.Filter(null, id, null, text),
                ParticipantPages.order(order),
                Table.words("Termin", seminar, "Suche", text));
    }

    private Table table(
            Actor actor, String name, RegistrationSearch.Filter filter, RegistrationSearch.Order order, String words) {
        List<List<Object>> rows = new ArrayList<>();
        for (RegistrationView view :
                search.find(actor, filter, order, Page.Request.everything()).items()) {
            Registration r = view.registration();
            rows.add(Arrays.asList(
                    r.reference(),
                    RegistrationLine.statusText(view),
                    view.waitingPosition(),
                    r.participant().firstName(),
                    r.participant().lastName(),
                    EmailAddress.shown(r.participant().email()),
                    r.participant().jobTitle(),
                    r.kommune().displayName(),
                    r.kommune().ars(),
                    r.seminar().id(),
                    r.seminar().title(),
                    r.seminar().firstDay(),
                    r.seminar().lastDay(),
                    r.seminar().venue(),
                    new Money(r.amount().dueCents()),
                    new Money(r.amount().landCents()),
                    new Money(r.feeCents()),
                    new Money(r.subsidyCents()),
                    new Money(r.ownShareCents()),
                    r.registeredAt()));
        }
        return new Table(name, words, COLUMNS, rows);
    }
}
