package de.digitallotsen.registration;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.registration.PreviewRegistration.Outcome;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Says beforehand what a change to a registration would lead to (R29), by the rules of the change itself. A transaction
 * of its own looks at every row anew: also in a request that has just been refused.
 */
@ApplicationScoped
@Transactional
public class PreviewChange {

    private final Registrations registrations;
    private final Seminars seminars;
    private final CancellationCost cost;
    private final RebookingAdmission rebooking;
    private final PromotionAdmission promotion;
    private final Budget budget;

    PreviewChange(
            Registrations registrations,
            Seminars seminars,
            CancellationCost cost,
            RebookingAdmission rebooking,
            PromotionAdmission promotion,
            Budget budget) {
        this.registrations = registrations;
        this.seminars = seminars;
        this.cost = cost;
        this.rebooking = rebooking;
        this.promotion = promotion;
        this.budget = budget;
    }

    /** R18; the Land pays no part of what it costs. */
    public ChangePreview cancelling(Actor actor, String reference) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Registration registration = registrations.require(actor, reference);
        return ChangePreview.of(
                registration,
                () -> new ChangePreview(Outcome.CANCELLED, null, registration.feeCents(), 0, cost.now(registration)));
    }

    /**
     * R17.
     *
     * @throws de.digitallotsen.shared.InvalidInputException without a date
     * @throws de.digitallotsen.shared.RefusedException NOT_FOUND for a registration or date that does not exist (R25)
     */
    public ChangePreview rebooking(Actor actor, String reference, Long seminarId) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Input input = new Input();
        input.check(seminarId != null, "seminarId", "input.required", "label", "Neuer Termin");
        input.throwIfWrong();
        Registration registration = registrations.require(actor, reference);
        Seminar other = seminars.require(seminarId);
        return ChangePreview.of(registration, () -> {
            RebookingAdmission.Target target = rebooking.require(actor, registration, other);
            return confirmed(target.seminar().feeCents(), target.subsidyCents());
        });
    }

    /** R14, by hand. */
    public ChangePreview promoting(Actor actor, String reference) {
        actor.require(Role.NSI);
        Registration registration = registrations.require(actor, reference);
        return ChangePreview.of(registration, () -> {
            long available = budget.standing(registration.periodId()).totals().available();
            promotion.require(actor, registration, available);
            return confirmed(registration.feeCents(), registration.subsidyCents());
        });
    }

    private static ChangePreview confirmed(long fee, long subsidy) {
        return new ChangePreview(Outcome.CONFIRMED, null, fee, subsidy, fee - subsidy);
    }
}
