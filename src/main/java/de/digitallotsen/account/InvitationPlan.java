package de.digitallotsen.account;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.KommuneNames;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says of every line of a list whether its person would be invited, and why not (R29): the same before the click and in
 * earnest. Changes nothing.
 */
@ApplicationScoped
public class InvitationPlan {

    private final Kommunen kommunen;
    private final EligibleKommune eligible;
    private final Users users;
    private final Invitations invitations;
    private final AccountMailBrake brake;
    private final Clock clock;

    InvitationPlan(
            Kommunen kommunen,
            EligibleKommune eligible,
            Users users,
            Invitations invitations,
            AccountMailBrake brake,
            Clock clock) {
        this.kommunen = kommunen;
        this.eligible = eligible;
        this.users = users;
        this.invitations = invitations;
        this.brake = brake;
        this.clock = clock;
    }

    /** What becomes of one line. */
    public enum InvitationOutcome {
        /** Is invited. */
        NEW,
        /** Is invited already, and can still use the link. */
        INVITED,
        /** Has an account already. */
        HAS_ACCOUNT,
        /** Stands there without an address. */
        NO_ADDRESS,
        /** Cannot be invited, or cannot be read with certainty. */
        REJECTED
    }

    /**
     * The answer to one line.
     *
     * @param ars null unless it is certain
     * @param kommune how it is called, else what stands there
     * @param email normalised where it is an address
     * @param message why not; empty if nothing is wrong
     */
    public record Planned(
            int number, String ars, String kommune, String email, InvitationOutcome outcome, String message) {}

    /** The answer to the list. */
    public record Plan(List<Planned> lines) {
        /** @param again also those who are invited already */
        public List<Planned> toSend(boolean again) {
            return lines.stream()
                    .filter(line -> line.outcome() == InvitationOutcome.NEW
                            || (again && line.outcome() == InvitationOutcome.INVITED))
                    .toList();
        }

        public long count(InvitationOutcome outcome) {
            return lines.stream().filter(line -> line.outcome() == outcome).count();
        }

        /** Another one as soon as somebody else would be invited. */
        public String fingerprint(boolean again) {
            return Hashes.sha256(toSend(again).stream()
                    .map(line -> line.ars() + " " + line.email())
                    .collect(Collectors.joining("\n")));
        }
    }

    /**
     * In the order of the lines.
     *
     * @throws InvalidInputException for no address at all, or more than {@value InvitationList#MOST}
     */
    public Plan of(Actor actor, List<InvitationList.Line> lines) {
        actor.require(Role.NSI);
        long addresses = lines.stream().filter(line -> line.email() != null).count();
        Input input = new Input();
        input.check(addresses > 0, "list", "invite-many.none");
        input.check(
                addresses <= InvitationList.MOST,
                "list",
                "invite-many.too-many",
                "most",
                InvitationList.MOST,
                "actual",
                addresses);
        input.throwIfWrong();
        Known known = new Known(
                new KommuneNames(kommunen.listAll()),
                users.knownOf(emails(lines)),
                invitations.openTo(emails(lines), clock.instant()),
                brake.fullOf(emails(lines)));
        Map<String, Integer> before = new HashMap<>();
        return new Plan(lines.stream().map(line -> planned(line, known, before)).toList());
    }

    private static Set<String> emails(List<InvitationList.Line> lines) {
        return lines.stream()
                .map(line -> EmailAddress.keyOf(line.email()))
                .filter(email -> email != null)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What the database knows about all of them; the register is read once, not a few times for each line. */
    private record Known(
            KommuneNames register, Set<String> accounts, Map<String, HashSet<String>> invited, Set<String> full) {}

    private Planned planned(InvitationList.Line line, Known known, Map<String, Integer> before) {
        String shown = line.name() == null ? line.ars() : line.name();
        if (line.wrong() != null) {
            return rejected(line, shown, line.wrong());
        }
        if (line.ars() == null && line.name() == null) {
            return rejected(line, shown, Messages.text("input.required", "label", "Kommune"));
        }
        KommuneNames.Found found = known.register().find(line.ars() == null ? line.name() : line.ars());
        if (found.reason() != null) {
            return rejected(line, shown, found.reason());
        }
        Kommune kommune = found.kommune();
        if (line.ars() != null && line.name() != null && !known.register().isCalled(kommune, line.name())) {
            return rejected(line, shown, Messages.text("invite-many.contradiction", "kommune", kommune.displayName()));
        }
        return addressed(line, kommune, known, before);
    }

    private Planned addressed(InvitationList.Line line, Kommune kommune, Known known, Map<String, Integer> before) {
        if (line.email() == null) {
            return new Planned(
                    line.number(), kommune.ars(), kommune.displayName(), "", InvitationOutcome.NO_ADDRESS, "");
        }
        String email;
        try {
            Input input = new Input();
            email = input.email("email", "E-Mail-Adresse", line.email());
            input.throwIfWrong();
            eligible.require(kommune.ars());
        } catch (InvalidInputException invalid) {
            return rejected(line, kommune.displayName(), message(invalid));
        }
        String key = EmailAddress.keyOf(email);
        Integer first = before.putIfAbsent(key, line.number());
        if (first != null) {
            return rejected(line, kommune.displayName(), Messages.text("invite-many.twice", "line", first));
        }
        Set<String> invitedFor = known.invited().getOrDefault(key, new HashSet<>());
        if (!invitedFor.isEmpty() && !invitedFor.contains(kommune.ars())) {
            return rejected(line, kommune.displayName(), Messages.text("invite-many.other-kommune"));
        }
        if (known.full().contains(key)) {
            return rejected(line, kommune.displayName(), Messages.text("invite-many.too-often"));
        }
        InvitationOutcome outcome = known.accounts().contains(key)
                ? InvitationOutcome.HAS_ACCOUNT
                : invitedFor.isEmpty() ? InvitationOutcome.NEW : InvitationOutcome.INVITED;
        return new Planned(line.number(), kommune.ars(), kommune.displayName(), email, outcome, "");
    }

    private static String message(InvalidInputException invalid) {
        return invalid.violations().stream().map(Violation::message).collect(Collectors.joining(" "));
    }

    private static Planned rejected(InvitationList.Line line, String kommune, String message) {
        return new Planned(
                line.number(),
                null,
                kommune == null ? "" : kommune,
                line.email() == null ? "" : line.email(),
                InvitationOutcome.REJECTED,
                message);
    }
}
