package de.digitallotsen.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.Reference;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Throttle;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says whether a certificate is genuine, to anybody who holds it: number and code have to fit each other. Names nobody,
 * and says the same whether the number or the code is wrong.
 */
@ApplicationScoped
public class CheckCertificate {

    /** Wrong tries from one address within {@link Throttle#WINDOW}. */
    static final int PER_ADDRESS = 20;

    private static final int LONGEST = 60;
    private static final Pattern NUMBER = Pattern.compile("([A-Z2-9]{8})([1-9][0-9]{0,2})");

    private final Certificates certificates;
    private final Throttle throttle;

    CheckCertificate(Certificates certificates, Throttle throttle) {
        this.certificates = certificates;
        this.throttle = throttle;
    }

    /**
     * What a genuine certificate says.
     *
     * @param number as printed
     * @param withdrawnAt null while it counts
     * @param seminar its title
     * @param units of 45 minutes
     * @param initials of the person, to compare with the document
     */
    public record Genuine(
            String number,
            Instant issuedAt,
            Instant withdrawnAt,
            String seminar,
            LocalDate firstDay,
            LocalDate lastDay,
            int daysAttended,
            int daysPlanned,
            int units,
            String initials) {

        /** True while it counts. Templates ask this way. */
        public boolean isValid() {
            return withdrawnAt == null;
        }

        static Genuine of(Certificate c) {
            Participant person = c.registration().participant();
            return new Genuine(
                    c.number(),
                    c.issuedAt(),
                    c.withdrawnAt(),
                    c.registration().seminar().title(),
                    c.registration().seminar().firstDay(),
                    c.registration().seminar().lastDay(),
                    c.daysAttended(),
                    c.daysPlanned(),
                    c.units(),
                    c.registration().isForgotten()
                            ? Messages.text("deleted")
                            : initial(person.firstName()) + " " + initial(person.lastName()));
        }

        private static String initial(String name) {
            return Character.toString(name.codePointAt(0)) + ".";
        }
    }

    /**
     * @param number as printed or with blanks and hyphens as people type them
     * @param code the same
     * @param address where the request came from
     * @return empty if there is no such certificate with this code
     * @throws RefusedException TOO_MANY_ATTEMPTS (429) after {@value #PER_ADDRESS} wrong tries from that address
     * @throws de.digitallotsen.shared.InvalidInputException if number or code is missing or too long
     */
    public Optional<Genuine> handle(String number, String code, String address) {
        Input input = new Input();
        String typedNumber = input.required("number", "Nummer", number, LONGEST);
        String typedCode = input.required("code", "Prüfcode", code, LONGEST);
        input.throwIfWrong();
        String key = "certificate " + address;
        throttle.count(Map.of(key, PER_ADDRESS));
        Optional<Genuine> genuine = number(typedNumber)
                .flatMap(certificates::withNumber)
                .filter(certificate -> CheckCode.matches(certificate.checkCode(), typedCode))
                .map(Genuine::of);
        if (genuine.isPresent()) {
            throttle.giveBack(List.of(key));
        }
        return genuine;
    }

    /** As it is stored; empty if it cannot be one, because a character is wrong or swapped. */
    private static Optional<String> number(String typed) {
        Matcher parts = NUMBER.matcher(CheckCode.bare(typed));
        return parts.matches()
                ? Reference.parse(parts.group(1)).map(reference -> Reference.spoken(reference) + "-" + parts.group(2))
                : Optional.empty();
    }
}
