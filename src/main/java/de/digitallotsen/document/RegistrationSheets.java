package de.digitallotsen.document;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.paper.Print;
import de.digitallotsen.paper.Sender;
import de.digitallotsen.programme.CancellationTerms;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** What a Kommune gets on paper about a registration: that it is confirmed, or what is owed although nobody attends. */
@ApplicationScoped
public class RegistrationSheets {

    private final RegistrationSearch search;
    private final Print print;
    private final Clock clock;

    RegistrationSheets(RegistrationSearch search, Print print, Clock clock) {
        this.search = search;
        this.print = print;
        this.clock = clock;
    }

    /**
     * The confirmation.
     *
     * @param closesAt until then cancelling is free
     * @param free the deadline has not passed
     * @param open something can still change: the seminar is not over
     * @param tiers what cancelling costs after the deadline, a sentence each
     * @param threshold days that count as attended
     */
    @CheckedTemplate(basePath = "document", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ConfirmationSheet(
            Sender sender,
            RegistrationFacts registration,
            SeminarFacts seminar,
            Instant closesAt,
            boolean free,
            boolean open,
            List<String> tiers,
            int threshold)
            implements TemplateInstance {}

    /**
     * What is owed.
     *
     * @param why in a sentence
     */
    @CheckedTemplate(basePath = "document", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CostSheet(Sender sender, RegistrationFacts registration, SeminarFacts seminar, String why)
            implements TemplateInstance {}

    /** @throws RefusedException NOT_FOUND (R25), NO_CONFIRMATION unless it is confirmed or attended */
    public PdfFile confirmation(Actor actor, String reference) {
        RegistrationView view = search.require(actor, reference);
        Registration registration = view.registration();
        if (registration.status() != RegistrationStatus.CONFIRMED
                && registration.status() != RegistrationStatus.ATTENDED) {
            throw new RefusedException(
                    DocumentRefusal.NO_CONFIRMATION,
                    "reason",
                    Messages.text("no-confirmation." + registration.status(), "position", view.waitingPosition()));
        }
        Instant closesAt = registration.seminar().closesAt();
        ConfirmationSheet sheet = new ConfirmationSheet(
                print.sender(),
                RegistrationFacts.of(registration),
                SeminarFacts.of(registration.seminar()),
                closesAt,
                clock.instant().isBefore(closesAt),
                registration.status() == RegistrationStatus.CONFIRMED,
                tiers(registration, registration.cancellationTerms()),
                registration.attendanceDays());
        return file("anmeldebestaetigung-", registration, sheet);
    }

    /**
     * @throws RefusedException NOT_FOUND (R25), NOTHING_OWED unless the Kommune owes something for a place that nobody
     *     used
     */
    public PdfFile costs(Actor actor, String reference) {
        Registration registration = search.require(actor, reference).registration();
        boolean over = registration.status() == RegistrationStatus.CANCELLED
                || registration.status() == RegistrationStatus.NO_SHOW;
        if (!over || registration.amount().dueCents() == 0) {
            throw new RefusedException(
                    DocumentRefusal.NOTHING_OWED,
                    "reason",
                    Messages.text(over ? "nothing-owed.over" : "nothing-owed.live"));
        }
        return file(
                "kostenaufstellung-",
                registration,
                new CostSheet(
                        print.sender(),
                        RegistrationFacts.of(registration),
                        SeminarFacts.of(registration.seminar()),
                        why(registration)));
    }

    private static String why(Registration registration) {
        if (registration.dueReason() != null) {
            return Messages.text("costs.set", "status", registration.status(), "reason", registration.dueReason());
        }
        return registration.status() == RegistrationStatus.NO_SHOW
                ? Messages.text("costs.no-show")
                : Messages.text(
                        "costs.cancelled",
                        "cancelledAt",
                        registration.cancelledAt(),
                        "closesAt",
                        registration.seminar().closesAt());
    }

    private PdfFile file(String name, Registration registration, TemplateInstance sheet) {
        return print.file(name + registration.reference() + ".pdf", sheet);
    }

    /** What cancelling costs after the deadline (R18), a sentence each. */
    private static List<String> tiers(Registration registration, CancellationTerms terms) {
        LocalDate deadline = German.berlinDay(registration.seminar().closesAt());
        LocalDate firstDay = registration.seminar().firstDay();
        return terms.steps(deadline, firstDay, registration.feeCents()).stream()
                .map(step ->
                        Messages.text("confirmation.tier", "until", step.until(), "amount", new Money(step.cents())))
                .toList();
    }
}
