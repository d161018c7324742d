package de.digitallotsen.registration.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import de.digitallotsen.registration.DaysPresent;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.registration.WaitingReason;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A registration as the interface shows it; amounts in cents, instants in UTC. */
@Schema(name = "Registration")
public record RegistrationJson(
        @Schema(examples = "7K3MQ9XA", description = "8 Zeichen ohne 0, O, 1, I; das letzte ist ein Prüfzeichen (R23)")
        String reference,

        RegistrationStatus status,
        WaitingReason waitingReason,

        @Schema(description = "ab 1, nur auf der Warteliste")
        Integer waitingPosition,

        @Schema(examples = "1") Integer placeNumber,
        String seminarId,
        @Schema(examples = "032410010010") String kommuneArs,
        Person participant,

        @Schema(examples = "100000", description = "Bei der Anmeldung oder Umbuchung vereinbart")
        long feeCents,

        @Schema(examples = "50000", description = "Davon der Anteil des Landes, wie vereinbart")
        long subsidyCents,

        @Schema(examples = "50000", description = "Davon der Anteil der Kommune, wie vereinbart")
        long ownShareCents,

        @Schema(examples = "50000", description = "Was die Kommune dem NSI schuldet, wie die Dinge stehen (R28)")
        long dueCents,

        @Schema(examples = "50000", description = "Was das Land zahlt, wie die Dinge stehen (R28)")
        long landCents,

        @Schema(description = "Nur wenn das NSI den Betrag festgelegt hat")
        String dueReason,

        Instant registeredAt,
        List<Event> history) {

    /** The person. */
    @Schema(name = "Participant")
    public record Person(
            @Schema(examples = "Anna") String firstName,
            @Schema(examples = "Beispiel") String lastName,

            @Schema(examples = "anna.beispiel@langenhagen.example")
            String email,

            @Schema(examples = "Bürgerbüro") String jobTitle,
            String accessibilityNeeds) {
        static Person of(Participant p) {
            return new Person(p.firstName(), p.lastName(), p.email(), p.jobTitle(), p.accessibilityNeeds());
        }

        Participant.Details asDetails() {
            return new Participant.Details(firstName, lastName, email, jobTitle, accessibilityNeeds);
        }
    }

    /** What happened, oldest first. */
    @Schema(name = "RegistrationEvent")
    public record Event(
            Instant at,
            RegistrationEvent.Kind kind,
            WaitingReason waitingReason,
            Role by,

            @Schema(description = "Name des Zugangs; leer für das Portal selbst (R26)")
            String byName,

            @Schema(description = "Wer es vorher war (R16)") Person earlierParticipant,

            @Schema(description = "Welcher Termin es vorher war (R17)")
            String earlierSeminarId,

            Long dueCents,
            String reason,

            @Schema(description = "Tage, an denen die Person da war, wo das erfasst oder berichtigt wurde")
            DaysPresent daysPresent) {
        static Event of(RegistrationEvent e) {
            return new Event(
                    e.at(),
                    e.kind(),
                    e.waitingReason(),
                    e.actorRole(),
                    e.actorName(),
                    e.earlierParticipant() == null ? null : Person.of(e.earlierParticipant()),
                    e.earlierSeminar() == null
                            ? null
                            : String.valueOf(e.earlierSeminar().id()),
                    e.dueCents(),
                    e.reason(),
                    e.days());
        }
    }

    static RegistrationJson of(RegistrationView view, List<RegistrationEvent> history) {
        Registration r = view.registration();
        return new RegistrationJson(
                r.reference(),
                r.status(),
                r.waitingReason(),
                view.waitingPosition(),
                r.placeNumber(),
                String.valueOf(r.seminar().id()),
                r.kommune().ars(),
                Person.of(r.participant()),
                r.feeCents(),
                r.subsidyCents(),
                r.ownShareCents(),
                r.amount().dueCents(),
                r.amount().landCents(),
                r.dueReason(),
                r.registeredAt(),
                history.stream().map(Event::of).toList());
    }

    /** A page of registrations, each with its history, in two queries. */
    static Page<RegistrationJson> withHistories(Page<RegistrationView> found, RegistrationSearch search) {
        Map<Long, List<RegistrationEvent>> histories = search.histories(
                found.items().stream().map(view -> view.registration().id()).toList());
        return new Page<>(
                found.items().stream()
                        .map(view -> of(
                                view, histories.getOrDefault(view.registration().id(), List.of())))
                        .toList(),
                found.page(),
                found.size(),
                found.total());
    }
}
