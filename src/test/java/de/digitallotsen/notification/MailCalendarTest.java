package de.digitallotsen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.CorrectParticipant;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a calendar holds after its mailbox got the mails of a registration one after the other (RFC 5546). */
@PortalTest
class MailCalendarTest {

    private static final Pattern OBJECT = Pattern.compile("BEGIN:VCALENDAR.*?END:VCALENDAR", Pattern.DOTALL);
    private static final Pattern UID = Pattern.compile("\r?\nUID:(\\S+)");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    MailFixture mails;

    @Inject
    RegisterParticipant register;

    @Inject
    SubstituteParticipant substitute;

    @Inject
    CorrectParticipant correct;

    @Inject
    CancelRegistration cancel;

    private Actor staff;
    private String reference;

    @BeforeEach
    void anna() {
        staff = mails.staff("Pia Personal", "personal@langenhagen.example", Given.LANGENHAGEN);
        reference = register("anna@langenhagen.example");
    }

    private String register(String email) {
        String made = register.handle(
                staff,
                Given.command(
                        staff,
                        given.aSeminar().published(),
                        ParticipantFixture.aParticipant().withEmail(email),
                        false));
        mails.composeAll();
        return made;
    }

    private void substitute(String email) {
        substitute.handle(
                staff,
                reference,
                ParticipantFixture.aParticipant().withEmail(email).details());
        mails.composeAll();
    }

    /** The entries that hold in a mailbox that gets the mails to all of these addresses, by UID. */
    private Map<String, String> entries(String... addresses) {
        Map<String, String> entries = new TreeMap<>();
        for (String address : addresses) {
            List<String> files = database.rows(
                    "select calendar from outbox_mail where recipient = ? and calendar is not null"
                            + " order by occasion_id, id desc",
                    address);
            // The worst order of arrival: what one is told comes after all that the other one was told, and of what one
            // occasion says to a mailbox, the last comes first.
            for (String file : files) {
                apply(file, entries);
            }
        }
        return entries;
    }

    private static void apply(String file, Map<String, String> entries) {
        Matcher object = OBJECT.matcher(file.replace("\r\n ", ""));
        while (object.find()) {
            Matcher uid = UID.matcher(object.group());
            assertThat(uid.find()).isTrue();
            if (object.group().contains("METHOD:CANCEL")) {
                entries.remove(uid.group(1));
            } else {
                entries.put(uid.group(1), object.group().contains("TRANSP:OPAQUE") ? "busy" : "free");
            }
        }
    }

    @Test
    void keeps_the_entry_of_the_new_person_in_a_mailbox_of_both() {
        substitute("bodo@langenhagen.example");
        assertThat(entries("bodo@langenhagen.example", "anna@langenhagen.example"))
                .hasSize(3);
        assertThat(entries("anna@langenhagen.example", "bodo@langenhagen.example"))
                .hasSize(3);
        assertThat(entries("anna@langenhagen.example")).isEmpty();
    }

    @Test
    void keeps_them_apart_when_the_first_person_comes_back() {
        substitute("bodo@langenhagen.example");
        substitute("anna@langenhagen.example");
        assertThat(entries("bodo@langenhagen.example")).isEmpty();
        assertThat(entries("anna@langenhagen.example")).hasSize(3);
        assertThat(entries("anna@langenhagen.example", "bodo@langenhagen.example"))
                .hasSize(3);
        cancel.handle(staff, new CancelRegistration.Command(reference, null));
        mails.composeAll();
        assertThat(entries("anna@langenhagen.example", "bodo@langenhagen.example"))
                .isEmpty();
    }

    @Test
    void is_no_other_person_who_is_only_written_differently() {
        String before = entries("anna@langenhagen.example").keySet().toString();
        correct.handle(
                staff,
                new CorrectParticipant.Command(
                        reference,
                        ParticipantFixture.aParticipant()
                                .named("Anna", "Berichtigt")
                                .withEmail("Anna@Langenhagen.example")
                                .details(),
                        true));
        substitute("bodo@langenhagen.example");
        assertThat(entries("anna@langenhagen.example", "Anna@langenhagen.example"))
                .as("the one entry that held is taken out: %s", before)
                .isEmpty();
    }

    @Test
    void leaves_staff_who_gave_their_own_place_away_the_entry_of_the_kommune() {
        reference = register("personal@langenhagen.example");
        substitute("bodo@langenhagen.example");
        assertThat(entries("personal@langenhagen.example").entrySet())
                .filteredOn(entry -> entry.getKey().contains(reference))
                .hasSize(3)
                .allMatch(entry -> "free".equals(entry.getValue()));
    }

    @Test
    void folds_by_octets_in_the_files_that_are_sent() {
        register("Ἀθηνᾶ.Παπαδοπούλου.Νίκη@langenhagen.example");
        assertThat(database.rows("select calendar from outbox_mail where calendar is not null"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.split("\r\n"))
                        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75));
    }
}
