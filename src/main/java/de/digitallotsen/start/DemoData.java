package de.digitallotsen.start;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.notification.SkipPastOccasions;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.settings.FoundProgramme;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.PortalClock;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A believable year for trying the portal out: real Kommunen, invented people. Every row comes to be through the use
 * case that makes such rows in real life, at the instant at which it would have; nothing is written past the rules.
 */
@ApplicationScoped
class DemoData {

    static final String PASSWORD = "Digitallotse-2027";
    static final String LANGENHAGEN = "032410010010";
    static final String SOTTRUM = "033575406000";
    /** Both of its places are used. */
    private static final String CELLE = "033510006006";

    private static final long BUDGET_CENTS = 20_000_000;

    private final PortalClock clock;
    private final FoundProgramme foundProgramme;
    private final DemoPeople people;
    private final DemoSeminars seminars;
    private final SkipPastOccasions skipPastOccasions;

    DemoData(
            Clock clock,
            FoundProgramme foundProgramme,
            DemoPeople people,
            DemoSeminars seminars,
            SkipPastOccasions skipPastOccasions) {
        this.clock = (PortalClock) clock;
        this.foundProgramme = foundProgramme;
        this.people = people;
        this.seminars = seminars;
        this.skipPastOccasions = skipPastOccasions;
    }

    /** Fills an empty database. */
    void create() {
        Instant now = clock.instant();
        LocalDate today = German.berlinDay(now);
        LocalDate begin = today.minusMonths(10).withDayOfMonth(1);
        clock.at(begin.atTime(8, 0).atZone(German.BERLIN).toInstant(), () -> {
            foundProgramme.handle(new FoundProgramme.Command(
                    "Digital-Lotse werden", 5000, 2, begin, begin.plusMonths(24).minusDays(1), BUDGET_CENTS));
            new Year(today, begin, now).tell();
        });
        skipPastOccasions.handle();
    }

    /** Something that happened, to be told in order of time. */
    private record Deed(Instant at, Runnable act) {}

    /** What happens until today, gathered scene by scene. */
    private final class Year {

        private final LocalDate today;
        private final LocalDate begin;
        private final Instant now;
        private final DemoChance chance = new DemoChance();
        private final List<Deed> deeds = new ArrayList<>();
        private final Map<DemoScene, Long> ids = new HashMap<>();
        private final Actor nsi = people.account("admin@nsi.example", "Nadine Siebert", Role.NSI, null);
        private final List<Kommune> guests = people.guests(chance, List.of(LANGENHAGEN, SOTTRUM, CELLE));

        Year(LocalDate today, LocalDate begin, Instant now) {
            this.today = today;
            this.begin = begin;
            this.now = now;
        }

        void tell() {
            people.account("budget@ministerium.example", "Martin Brandes", Role.MINISTRY, null);
            people.account("haushalt@ministerium.example", "Hanna Haushalt", Role.MINISTRY, null);
            people.account("pruefung@rechnungshof.example", "Rita Rehberg", Role.AUDITOR, null);
            Actor langenhagen =
                    people.account("personal@langenhagen.example", "Petra Langner", Role.KOMMUNE, LANGENHAGEN);
            people.account("personal@sottrum.example", "Sören Ottrup", Role.KOMMUNE, SOTTRUM);
            DemoScene.YEAR.forEach(this::play);
            playNamedParts(langenhagen);
            deeds.stream().sorted(Comparator.comparing(Deed::at)).forEach(deed -> clock.at(deed.at(), deed.act()));
        }

        private void play(DemoScene scene) {
            SeminarPlan.Draft draft = scene.draft(chance, today);
            Instant planned = DemoChance.max(
                    begin.atTime(9, 0).atZone(German.BERLIN).toInstant(),
                    DemoChance.min(draft.opensAt().minus(10, ChronoUnit.DAYS), now.minus(2, ChronoUnit.DAYS)));
            deeds.add(new Deed(planned, () -> ids.put(scene, seminars.plan(nsi, draft, scene.published()))));
            Set<String> references = new HashSet<>();
            Instant from = DemoChance.max(draft.opensAt(), planned).plus(1, ChronoUnit.HOURS);
            Instant until = DemoChance.min(draft.closesAt(), now.minus(1, ChronoUnit.HOURS));
            for (int i = 0; i < scene.confirmed() + scene.waiting(); i++) {
                Kommune guest = guests.remove(0);
                deeds.add(new Deed(
                        chance.between(from, until),
                        () -> references.add(people.register(chance, nsi, ids.get(scene), guest))));
            }
            LocalDate settled = draft.days().get(2).date().plusDays(2);
            Instant closing = settled.atTime(10, 0).atZone(German.BERLIN).toInstant();
            // The seminar before last is still to be settled: the NSI finds a task.
            if (closing.isBefore(now) && scene.weeks() < -4) {
                boolean oneIsMissing = scene.weeks() == -21;
                deeds.add(new Deed(
                        closing, () -> seminars.settle(nsi, ids.get(scene), draft, present(references, oneIsMissing))));
            }
        }

        /** Those who have an account to try out, those who have used both places, and one that was cancelled. */
        private void playNamedParts(Actor langenhagen) {
            DemoScene open = DemoScene.YEAR.get(11);
            DemoScene next = DemoScene.YEAR.get(12);
            daysAgo(20, () -> people.register(chance, langenhagen, ids.get(open), LANGENHAGEN, "langenhagen"));
            daysAgo(19, () -> people.register(chance, nsi, ids.get(open), CELLE, "celle"));
            daysAgo(18, () -> people.register(chance, nsi, ids.get(next), CELLE, "celle"));
            List<String> regretted = new ArrayList<>();
            daysAgo(16, () -> regretted.add(people.register(chance, nsi, ids.get(open), guests.get(0))));
            daysAgo(9, () -> people.cancel(nsi, regretted.get(0)));
        }

        private void daysAgo(int days, Runnable act) {
            deeds.add(new Deed(chance.atWork(now.minus(days, ChronoUnit.DAYS)), act));
        }

        private static Set<String> present(Set<String> registered, boolean oneIsMissing) {
            List<String> sorted = registered.stream().sorted().toList();
            return new HashSet<>(oneIsMissing ? sorted.subList(1, sorted.size()) : sorted);
        }
    }
}
