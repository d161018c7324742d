package de.digitallotsen.claim;

import java.time.Instant;
import java.time.LocalDate;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.persistence.EntityManager;

/**
 * The Ministry notes what it has paid on an approved claim: when the money was credited, how much, and under which
 * Kassenzeichen; somebody else than who approved it (R33). Never undone.
 */
@UseCase
public class PayClaim {

    /** Longest Kassenzeichen, in characters. */
    public static final int LONGEST_REFERENCE = 50;
    /** More than any claim can ask for, in cents. */
    private static final long MOST_CENTS = 100_000_000_000L;

    private final ClaimSteps steps;
    private final EntityManager database;

    PayClaim(ClaimSteps steps, EntityManager database) {
        this.steps = steps;
        this.database = database;
    }

    /**
     * @param valueDate a Berlin day from the approval up to today
     * @param amountCents what was paid; has to be what the claim asks for
     * @param reference the Ministry's Kassenzeichen; 1 to {@value #LONGEST_REFERENCE} characters
     */
    public record Command(LocalDate valueDate, Long amountCents, String reference) {}

    /**
     * @throws RefusedException NOT_FOUND, CLAIM_STATUS unless it is approved, FOUR_EYES (R33), AMOUNT_DIFFERS
     * @throws de.digitallotsen.shared.InvalidInputException if something is missing, or for a day that is to come or
     *     lies before the approval
     */
    public void handle(Actor actor, long id, Command command) {
        actor.require(Role.MINISTRY);
        steps.take(actor, id, ClaimAct.PAID, (claim, now) -> {
            claim.pay(actor, now);
            database.persist(payment(actor, claim, command, now));
        });
    }

    private static ClaimPayment payment(Actor actor, Claim claim, Command command, Instant now) {
        Input input = new Input();
        checkDay(input, command.valueDate(), claim, now);
        Long amount = input.euro("amountCents", "Betrag in Euro", command.amountCents(), 1, MOST_CENTS);
        String reference = input.required("reference", "Kassenzeichen", command.reference(), LONGEST_REFERENCE);
        input.throwIfWrong();
        if (amount != claim.amountCents()) {
            throw new RefusedException(
                    ClaimRefusal.AMOUNT_DIFFERS,
                    "number",
                    claim.number(),
                    "claimed",
                    new Money(claim.amountCents()),
                    "amount",
                    new Money(amount));
        }
        return new ClaimPayment(actor, claim, command.valueDate(), reference, now);
    }

    private static void checkDay(Input input, LocalDate day, Claim claim, Instant now) {
        if (day == null) {
            input.reject("valueDate", Messages.text("input.required", "label", "Wertstellung"));
            return;
        }
        LocalDate approved = German.berlinDay(claim.approvedAt());
        input.check(!day.isAfter(German.berlinDay(now)), "valueDate", "claim.value-date-to-come", "day", day);
        input.check(!day.isBefore(approved), "valueDate", "claim.value-date-early", "day", day, "approved", approved);
    }
}
