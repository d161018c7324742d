package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import de.digitallotsen.budget.BudgetEntryType;
import de.digitallotsen.kommune.KommuneType;
import de.digitallotsen.mail.Audience;
import de.digitallotsen.mail.MailState;
import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.registration.RegistrationRefusal;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.registration.WaitingReason;
import de.digitallotsen.seminar.SeminarPhase;
import de.digitallotsen.seminar.SeminarStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    /** A refusal that nobody wrote a sentence for. */
    private enum Speechless implements Refusal {
        NOBODY_WROTE_THIS
    }

    private static List<Refusal> everyRefusal() {
        List<Refusal> all = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().importPath("target/classes/de/digitallotsen")) {
            if (type.isEnum() && type.isAssignableTo(Refusal.class)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    all.add((Refusal) constant);
                }
            }
        }
        return all;
    }

    @Test
    void has_a_german_sentence_for_every_refusal() {
        List<Refusal> all = everyRefusal();
        assertThat(all).hasSizeGreaterThan(20);
        for (Refusal refusal : all) {
            assertThat(Messages.refusal(refusal, Map.of("reason", "Ein Grund.")))
                    .as(refusal.name())
                    .isNotBlank()
                    .endsWith(".")
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void notices_a_refusal_without_a_sentence() {
        assertThatThrownBy(() -> Messages.refusal(Speechless.NOBODY_WROTE_THIS, Map.of()))
                .isInstanceOf(MissingResourceException.class);
    }

    @Test
    void has_no_two_refusals_with_the_same_code() {
        List<Refusal> all = everyRefusal();
        Set<String> codes = all.stream().map(Refusal::name).collect(Collectors.toSet());
        assertThat(codes).hasSameSizeAs(all);
    }

    @Test
    void answers_every_refusal_with_a_status_that_blames_nobody_for_an_outage() {
        assertThat(everyRefusal())
                .allMatch(refusal -> (refusal.status() >= 400 && refusal.status() < 500) || refusal.status() == 503);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                KommuneType.class,
                RegistrationStatus.class,
                WaitingReason.class,
                SeminarStatus.class,
                SeminarPhase.class,
                Role.class,
                BudgetEntryType.class,
                RegistrationEvent.Kind.class,
                OccasionKind.class,
                Audience.class,
                MailState.class
            })
    void has_a_german_word_for_every_constant_that_is_shown(Class<? extends Enum<?>> type) {
        for (Enum<?> constant : type.getEnumConstants()) {
            assertThat(Messages.label(constant)).as(constant.name()).isNotBlank();
        }
    }

    @Test
    void has_a_german_word_for_every_thing_that_the_audit_trail_notes_about_a_registration() {
        for (RegistrationEvent.Kind kind : RegistrationEvent.Kind.values()) {
            String key = "action.registration." + kind.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(Messages.label(key)).isNotEqualTo(key);
        }
    }

    @Test
    void writes_values_as_a_german_reader_expects_them() {
        String text = Messages.text(
                "input.range",
                "label",
                RegistrationStatus.WAITING,
                "least",
                new Money(123_450),
                "most",
                LocalDate.of(2027, 2, 3));
        assertThat(text)
                .contains("auf der Warteliste")
                .contains("1.234,50\u00a0€")
                .contains("03.02.2027");
        assertThat(Messages.text("seminar.closes-after-begin", "begin", Instant.parse("2027-07-03T08:00:00Z")))
                .contains("03.07.2027, 10:00");
    }

    @Test
    void fills_in_names_that_look_like_placeholders_or_patterns_as_they_are() {
        assertThat(Messages.text("person.here", "seminar", "$1 \\ {day}", "day", "heute", "reference", "X"))
                .contains("$1 \\ {day}");
    }

    private static String refusalOfAFullSeminar(int ahead) {
        return Messages.text("seminar-full", "capacity", 20, "ahead", ahead);
    }

    @Test
    void counts_one_and_many_as_a_german_reader_does() {
        assertThat(Messages.text("task.promote", "free", 1, "waiting", 2, "when", "heute", "venue", "Hannover"))
                .startsWith("Nach Meldeschluss noch 1 Platz frei, 2 auf");
        assertThat(Messages.text("task.promote", "free", 12, "waiting", 1, "when", "heute", "venue", "Hannover"))
                .startsWith("Nach Meldeschluss noch 12 Plätze frei, 1 auf");
        assertThat(Messages.text("not-promotable.full", "capacity", 1)).startsWith("Der einzige Platz ist vergeben.");
        assertThat(Messages.text("not-promotable.full", "capacity", 0)).startsWith("Alle 0 Plätze sind vergeben.");
        assertThat(refusalOfAFullSeminar(0)).isEqualTo("Alle 20 Plätze sind vergeben.");
        assertThat(refusalOfAFullSeminar(1)).isEqualTo("Alle 20 Plätze sind vergeben, eine Person wartet.");
        assertThat(refusalOfAFullSeminar(10)).isEqualTo("Alle 20 Plätze sind vergeben, 10 Personen warten.");
    }

    @ParameterizedTest
    @CsvSource({
        "Stadt Langenhagen, Die Stadt Langenhagen kann, aus der Stadt Langenhagen, über die Stadt Langenhagen",
        "Landkreis Göttingen, Der Landkreis Göttingen kann, aus dem Landkreis Göttingen, über den Landkreis Göttingen",
        "Flecken Ottersberg, Der Flecken Ottersberg kann, aus dem Flecken Ottersberg, über den Flecken Ottersberg",
        "Region Hannover, Die Region Hannover kann, aus der Region Hannover, über die Region Hannover",
        "Berg- und Universitätsstadt Clausthal-Zellerfeld, Die Berg- und, aus der Berg- und, über die Berg- und",
        "Nordseebad Wangerland, Das Nordseebad Wangerland kann, aus dem Nordseebad, über das Nordseebad",
        "Bad Pyrmont, Bad Pyrmont kann, aus Bad Pyrmont, über Bad Pyrmont"
    })
    void puts_the_article_before_a_kommune(String kommune, String who, String whom, String through) {
        assertThat(Messages.text("eligible", "kommune", kommune)).startsWith(who);
        assertThat(Messages.text("first-persons.funded", "kommune", kommune)).startsWith(whom);
        assertThat(Messages.text("not-eligible.EXPIRED.through", "kommune", "X", "through", kommune))
                .contains(through);
    }

    @Test
    void offers_no_waiting_list_to_somebody_who_is_rebooked() {
        RefusedException full = new RefusedException(RegistrationRefusal.SEMINAR_FULL, "reason", "Voll.");
        assertThat(full.text()).contains("Warteliste");
        assertThat(full.during("rebooking").text()).doesNotContain("Warteliste").contains("bisherige Anmeldung bleibt");
        assertThat(full.during("cancelling").text()).isEqualTo(full.text());
        assertThat(full.during("rebooking").refusal()).isEqualTo(full.refusal());
        assertThat(full.during("rebooking").details()).isEqualTo(full.details());
    }
}
