package de.digitallotsen.paper;

import java.time.Instant;
import java.time.LocalDate;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.web.PublicInformation;

/**
 * Who issues a document, where and when.
 *
 * @param day of the document, in Berlin
 */
public record Sender(String name, String address, String email, String phone, LocalDate day) {

    static Sender of(PublicInformation information, Instant now) {
        return new Sender(
                information.name(),
                information.address(),
                information.email(),
                information.phone(),
                German.berlinDay(now));
    }
}
