package de.digitallotsen.registration;

import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.SearchText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;

/**
 * A member of staff who attends. As little as possible is known: name, office address, function, what the room has to
 * offer.
 */
@Entity
@Table(name = "participant")
public class Participant {

    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_JOB_TITLE = 120;
    public static final int LONGEST_NEEDS = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private String email;

    /**
     * Folded words of name and address (adr/0051): personal data like these, and to be emptied with them (R27). Whoever
     * changes a row past this class has to change it too.
     */
    @Column(name = "search_text")
    private String searchText;

    @Column(name = "job_title")
    private String jobTitle;

    @Column(name = "accessibility_needs")
    private String accessibilityNeeds;

    protected Participant() {}

    Participant(Details details) {
        firstName = details.firstName();
        lastName = details.lastName();
        email = details.email();
        jobTitle = details.jobTitle();
        accessibilityNeeds = details.accessibilityNeeds();
    }

    @PrePersist
    @PreUpdate
    void noteSearchText() {
        searchText = SearchText.of(firstName, lastName, SearchText.address(email));
    }

    /**
     * What is typed about a person.
     *
     * @param email the office address; compared in its normalised form (R4)
     * @param jobTitle may be missing
     * @param accessibilityNeeds may be missing; deleted four weeks after the seminar (R27)
     */
    public record Details(String firstName, String lastName, String email, String jobTitle, String accessibilityNeeds) {

        /** In their normal forms (R37); violations go into the given input under {@code participant.…}. */
        Details check(Input input) {
            return new Details(
                    input.requiredName("participant.firstName", "Vorname", firstName, LONGEST_NAME),
                    input.requiredName("participant.lastName", "Nachname", lastName, LONGEST_NAME),
                    input.email("participant.email", "Dienstliche E-Mail-Adresse", email),
                    input.optionalName("participant.jobTitle", "Funktion", jobTitle, LONGEST_JOB_TITLE),
                    input.optionalLines(
                            "participant.accessibilityNeeds",
                            "Was braucht die Person, um gut teilnehmen zu können?",
                            accessibilityNeeds,
                            LONGEST_NEEDS));
        }

        /**
         * These with what is given instead: null leaves one as it is, whatever it is; violations of the others go into
         * the given input.
         */
        Details corrected(Details given, Input input) {
            Details merged = new Details(
                    given.firstName() == null ? firstName : given.firstName(),
                    given.lastName() == null ? lastName : given.lastName(),
                    given.email() == null ? email : given.email(),
                    given.jobTitle() == null ? jobTitle : given.jobTitle(),
                    given.accessibilityNeeds() == null ? accessibilityNeeds : given.accessibilityNeeds());
            Input all = new Input();
            Details checked = merged.check(all);
            all.violations().stream()
                    .filter(violation -> given.names(violation.field()))
                    .forEach(violation -> input.reject(violation.field(), violation.message()));
            return new Details(
                    given.firstName() == null ? firstName : checked.firstName(),
                    given.lastName() == null ? lastName : checked.lastName(),
                    given.email() == null ? email : checked.email(),
                    given.jobTitle() == null ? jobTitle : checked.jobTitle(),
                    given.accessibilityNeeds() == null ? accessibilityNeeds : checked.accessibilityNeeds());
        }

        private boolean names(String field) {
            return switch (field) {
                case "participant.firstName" -> firstName != null;
                case "participant.lastName" -> lastName != null;
                case "participant.email" -> email != null;
                case "participant.jobTitle" -> jobTitle != null;
                default -> accessibilityNeeds != null;
            };
        }

        /** Two entries with this key are the same person (R4). */
        String personKey() {
            return Hashes.sha256(EmailAddress.keyOf(email));
        }
    }

    public Long id() {
        return id;
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public String email() {
        return email;
    }

    public String jobTitle() {
        return jobTitle;
    }

    public String accessibilityNeeds() {
        return accessibilityNeeds;
    }

    Details details() {
        return new Details(firstName, lastName, email, jobTitle, accessibilityNeeds);
    }

    /** First and last name; of somebody who was made anonymous, since when. */
    public String fullName() {
        return (firstName + " " + lastName).strip();
    }

    /** Whoever does not come needs nothing any more (R27). */
    protected void forgetNeeds() {
        accessibilityNeeds = null;
    }
}
