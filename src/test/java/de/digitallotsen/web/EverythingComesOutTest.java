package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.Din91379;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.document.SeminarSheets;
import de.digitallotsen.mail.OutboxFixture;
import de.digitallotsen.mail.OutboxMail;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.PreviewMany;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.registration.RegistrationList;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Printable;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R38, R39 as a property: whatever is accepted as a name comes out of paper, workbook, CSV, mail and JSON as it was
 * stored, and a list that was carried away says the same when it is read in again.
 */
@PortalTest
class EverythingComesOutTest {

    private static final long SEED = 91_379;
    private static final List<String> HOSTILE = List.of(
            "-Müller",
            "'t Hooft",
            "=1+1",
            "+49511",
            "'=x",
            "''-y",
            "\"Zitat\"",
            "Semi;kolon",
            "O\u2019Neill",
            "M\u00fcller\u2011L\u00fcdenscheidt",
            "Dr.\u00a0No",
            "de\u202fla\u00a0Cruz",
            "Mu\u0308ller",
            "<b>&amp;",
            "ja",
            "WAHR",
            "0049",
            "1E5",
            "{seminar.title}",
            "%s\\n",
            "sep=;");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    RegisterParticipant register;

    @Inject
    RegistrationList list;

    @Inject
    PreviewMany preview;

    @Inject
    SeminarSheets sheets;

    @Inject
    MailFixture mails;

    @Inject
    OutboxFixture outbox;

    private long seminar;
    private User nsi;
    private Map<String, String> stored;

    /** Of every script that is accepted, up to forty characters; the same ones each time. */
    private static List<String> random(int count) {
        List<String> letters = IntStream.rangeClosed('A', 0x1EFF)
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .filter(letter -> Printable.firstOther(letter).isEmpty())
                .filter(letter -> Normalizer.isNormalized(letter, Normalizer.Form.NFC))
                .toList();
        Random random = new Random(SEED);
        return IntStream.range(0, count)
                .mapToObj(i -> random.ints(1 + random.nextInt(40), 0, letters.size())
                        .mapToObj(letters::get)
                        .collect(Collectors.joining()))
                .toList();
    }

    @BeforeEach
    void peopleOfEveryName() {
        nsi = given.account(Role.NSI, null);
        List<String> names = Stream.of(Din91379.names(), HOSTILE, random(30))
                .flatMap(List::stream)
                .toList();
        seminar = given.aSeminar().withSeats(names.size()).published();
        List<String> kommunen = given.kommunen(names.size());
        Actor actor = nsi.asActor();
        for (int i = 0; i < names.size(); i++) {
            register.handle(
                    actor,
                    new RegisterParticipant.Command(
                            new de.digitallotsen.registration.Application(
                                    seminar,
                                    ParticipantFixture.aParticipant()
                                            .named("Anna", names.get(i))
                                            .details(),
                                    false,
                                    kommunen.get(i)),
                            "every-name-" + i));
        }
        stored = new TreeMap<>();
        database.rows("select concat(email, ' ', last_name) from participant")
                .forEach(row -> stored.put(row.substring(0, row.indexOf(' ')), row.substring(row.indexOf(' ') + 1)));
        assertThat(stored).hasSize(names.size());
        assertThat(stored.values()).allMatch(name -> Normalizer.isNormalized(name, Normalizer.Form.NFC));
    }

    private byte[] file(String path) {
        return Visitor.signedIn(nsi).get(path).asByteArray();
    }

    private Map<String, String> read(List<ManyRegistrations.Line> lines) {
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.wrong()).isEmpty();
            assertThat(line.application().seminarId()).isEqualTo(seminar);
            assertThat(line.application().participant().jobTitle()).isEqualTo("Sachbearbeitung");
        });
        return lines.stream()
                .map(line -> line.application().participant())
                .collect(Collectors.toMap(
                        Participant.Details::email, Participant.Details::lastName, (a, b) -> a, TreeMap::new));
    }

    @Test
    void what_was_accepted_comes_out_of_csv_and_workbook_and_in_again() {
        for (String ending : List.of("csv", "xlsx")) {
            byte[] exported = file("/seminare/" + seminar + "/teilnehmende." + ending);
            List<ManyRegistrations.Line> lines = list.read(exported);
            assertThat(read(lines)).as(ending).isEqualTo(stored);
            assertThat(preview.handle(nsi.asActor(), lines))
                    .as("nothing is left to do")
                    .extracting(ManyRegistrations.Result::outcome)
                    .containsOnly(ManyRegistrations.Outcome.ALREADY_REGISTERED);
        }
    }

    @Test
    void what_was_accepted_comes_out_of_json_and_of_mails() {
        List<Map<String, Object>> people = new ArrayList<>();
        for (int page = 0; people.size() < stored.size(); page++) {
            List<Map<String, Object>> some = Program.of(nsi)
                    .get("/api/v1/registrations?size=50&page=" + page)
                    .path("items.participant");
            assertThat(some).isNotEmpty();
            people.addAll(some);
        }
        assertThat(people)
                .allSatisfy(person ->
                        assertThat(person.get("lastName")).isEqualTo(stored.get(String.valueOf(person.get("email")))));
        mails.composeAll();
        String texts = outbox.contents().stream().map(OutboxMail.Content::text).collect(Collectors.joining("\n"));
        assertThat(stored.values().stream()
                        .filter(name -> !Din91379.squeezed(texts).contains(Din91379.squeezed("Anna " + name)))
                        .toList())
                .isEmpty();
    }

    @Test
    void what_was_accepted_comes_out_of_pdf() {
        for (byte[] pdf : List.of(
                sheets.nameSigns(nsi.asActor(), seminar).content(),
                sheets.attendanceList(nsi.asActor(), seminar).content())) {
            String text = Din91379.squeezed(PdfCheck.letters(pdf));
            assertThat(stored.values().stream()
                            .filter(name -> !text.contains(Din91379.squeezed(name)))
                            .toList())
                    .isEmpty();
        }
    }
}
