package de.digitallotsen.start;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import de.digitallotsen.account.CreateDemoAccount;
import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.notification.SkipPastOccasions;
import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.CloseSeminar;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RecordAttendance;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.seminar.PlanSeminar;
import de.digitallotsen.seminar.PublishSeminar;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.settings.EstablishProgramme;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.PortalClock;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;

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

    private static final long FEE_CENTS = 100_000;
    private static final long BUDGET_CENTS = 20_000_000;
    private static final int SEATS = 20;
    private static final List<String> VENUES = List.of(
            "NSI Hannover, Wielandstraße 8",
            "NSI Oldenburg, Heiligengeisthöfe 4",
            "NSI Braunschweig, Wendenstraße 69",
            "Kreishaus Osnabrück, Am Schölerberg 1",
            "Rathaus Lüneburg, Am Ochsenmarkt 1");
    private static final List<String> FIRST_NAMES = List.of(
            "Anke",
            "Bernd",
            "Cornelia",
            "Dirk",
            "Elif",
            "Frauke",
            "Gesa",
            "Holger",
            "Imke",
            "Jörg",
            "Katrin",
            "Lars",
            "Meike",
            "Nils",
            "Okka",
            "Petra",
            "Renke",
            "Sabine",
            "Thorsten",
            "Uta",
            "Volker",
            "Wiebke",
            "Yasemin",
            "Zoran");
    private static final List<String> LAST_NAMES = List.of(
            "Ahlers",
            "Bruns",
            "Cordes",
            "Dierks",
            "Eilers",
            "Focken",
            "Gerdes",
            "Hinrichs",
            "Ihnen",
            "Janßen",
            "Kück",
            "Lüers",
            "Müller-Heeren",
            "Nordmann",
            "Oltmanns",
            "Poppinga",
            "Quast",
            "Rieken",
            "Schröder",
            "Tjarks",
            "Ubben",
            "Vogelsang",
            "Wübbena",
            "Yıldız",
            "Ziegler");
    private static final List<String> JOBS = List.of(
            "Sachbearbeitung Bürgerbüro",
            "IT-Koordination",
            "Fachdienst Personal",
            "Ordnungsamt",
            "Kämmerei",
            "Stabsstelle Digitalisierung");

    private final PortalClock clock;
    private final People people;
    private final Dates dates;
    private final Beginning beginning;
    // Fixed, so that every demo looks the same.
    private final Random random = new Random(2027);

    DemoData(Clock clock, People people, Dates dates, Beginning beginning) {
        this.clock = (PortalClock) clock;
        this.people = people;
        this.dates = dates;
        this.beginning = beginning;
    }

    /** What comes before and after everything else. */
    @Singleton
    static class Beginning {
        private final EstablishProgramme establishProgramme;
        private final SkipPastOccasions skipPastOccasions;

        Beginning(EstablishProgramme establishProgramme, SkipPastOccasions skipPastOccasions) {
            this.establishProgramme = establishProgramme;
            this.skipPastOccasions = skipPastOccasions;
        }
    }

    /** Who appears. */
    @Singleton
    static class People {
        private final Kommunen kommunen;
        private final CreateDemoAccount createAccount;
        private final RegisterParticipant register;
        private final CancelRegistration cancel;

        People(
                Kommunen kommunen,
                CreateDemoAccount createAccount,
                RegisterParticipant register,
                CancelRegistration cancel) {
            this.kommunen = kommunen;
            this.createAccount = createAccount;
            this.register = register;
            this.cancel = cancel;
        }
    }

    /** What takes place. */
    @Singleton
    static class Dates {
        private final PlanSeminar plan;
        private final PublishSeminar publish;
        private final RecordAttendance attendance;
        private final CloseSeminar close;

        Dates(PlanSeminar plan, PublishSeminar publish, RecordAttendance attendance, CloseSeminar close) {
            this.plan = plan;
            this.publish = publish;
            this.attendance = attendance;
            this.close = close;
        }
    }

    /**
     * A date of the demo year.
     *
     * @param weeks of its Monday from this week's; 0 is the one that runs today
     * @param confirmed people with a seat
     * @param waiting people on the list
     */
    private record Scene(int weeks, int confirmed, int waiting, boolean online, boolean published) {}

    private static final List<Scene> YEAR = List.of(
            new Scene(-38, 4, 0, false, true),
            new Scene(-33, 3, 0, false, true),
            new Scene(-27, 4, 0, false, true),
            new Scene(-21, 4, 0, false, true),
            new Scene(-14, 4, 0, false, true),
            new Scene(-8, 3, 0, true, true),
            new Scene(-3, 4, 0, false, true),
            new Scene(0, 6, 0, false, true),
            new Scene(1, 4, 0, false, true),
            new Scene(3, 18, 0, false, true),
            new Scene(4, 20, 3, false, true),
            new Scene(5, 2, 0, false, true),
            new Scene(6, 3, 0, false, true),
            new Scene(7, 1, 0, true, true),
            new Scene(8, 2, 0, false, true),
            new Scene(10, 1, 0, false, true),
            new Scene(11, 0, 0, false, true),
            new Scene(12, 1, 0, false, true),
            new Scene(14, 0, 0, false, true),
            new Scene(16, 0, 0, false, true),
            new Scene(24, 0, 0, false, true),
            new Scene(28, 0, 0, false, true),
            new Scene(30, 0, 0, false, false),
            new Scene(32, 0, 0, true, false));

    /** Something that happened, to be told in order of time. */
    private record Deed(Instant at, Runnable act) {}

    /** Fills an empty database. */
    void create() {
        Instant now = clock.instant();
        LocalDate today = German.berlinDay(now);
        LocalDate begin = today.minusMonths(10).withDayOfMonth(1);
        clock.at(begin.atTime(8, 0).atZone(German.BERLIN).toInstant(), () -> {
            beginning.establishProgramme.handle(new EstablishProgramme.Command(
                    "Digital-Lotse werden", 5000, 2, begin, begin.plusMonths(24).minusDays(1), BUDGET_CENTS));
            tell(today, begin, now);
        });
        beginning.skipPastOccasions.handle();
    }

    private void tell(LocalDate today, LocalDate begin, Instant now) {
        Actor nsi = account("admin@nsi.example", "Nadine Siebert", Role.NSI, null);
        account("budget@ministerium.example", "Martin Brandes", Role.MINISTRY, null);
        Actor langenhagen = account("personal@langenhagen.example", "Petra Langner", Role.KOMMUNE, LANGENHAGEN);
        account("personal@sottrum.example", "Sören Ottrup", Role.KOMMUNE, SOTTRUM);

        List<Deed> deeds = new ArrayList<>();
        Map<Scene, Long> ids = new HashMap<>();
        Map<Scene, Set<String>> references = new HashMap<>();
        List<Kommune> guests = guests();
        for (Scene scene : YEAR) {
            SeminarPlan.Draft draft = draft(scene, today);
            Instant planned = max(
                    begin.atTime(9, 0).atZone(German.BERLIN).toInstant(),
                    min(draft.opensAt().minus(10, ChronoUnit.DAYS), now.minus(2, ChronoUnit.DAYS)));
            deeds.add(new Deed(planned, () -> ids.put(scene, plan(nsi, draft, scene.published()))));
            references.put(scene, new HashSet<>());
            Instant from = max(draft.opensAt(), planned).plus(1, ChronoUnit.HOURS);
            Instant until = min(draft.closesAt(), now.minus(1, ChronoUnit.HOURS));
            for (int i = 0; i < scene.confirmed() + scene.waiting(); i++) {
                Kommune guest = guests.remove(0);
                deeds.add(new Deed(
                        between(from, until),
                        () -> references.get(scene).add(register(nsi, ids.get(scene), guest.ars(), slug(guest)))));
            }
            Instant closing = draft.days()
                    .get(2)
                    .date()
                    .plusDays(2)
                    .atTime(10, 0)
                    .atZone(German.BERLIN)
                    .toInstant();
            // The seminar before last is still to be settled: the NSI finds a task.
            if (closing.isBefore(now) && scene.weeks() < -4) {
                deeds.add(new Deed(
                        closing,
                        () -> settle(
                                nsi, ids.get(scene), draft, present(references.get(scene), scene.weeks() == -21))));
            }
        }
        Scene open = YEAR.get(11);
        deeds.add(new Deed(
                atWork(now.minus(20, ChronoUnit.DAYS)),
                () -> register(langenhagen, ids.get(open), LANGENHAGEN, "langenhagen")));
        deeds.add(new Deed(atWork(now.minus(19, ChronoUnit.DAYS)), () -> register(nsi, ids.get(open), CELLE, "celle")));
        deeds.add(new Deed(
                atWork(now.minus(18, ChronoUnit.DAYS)), () -> register(nsi, ids.get(YEAR.get(12)), CELLE, "celle")));
        List<String> regretted = new ArrayList<>();
        deeds.add(new Deed(
                atWork(now.minus(16, ChronoUnit.DAYS)),
                () -> regretted.add(register(nsi, ids.get(open), guests.get(0).ars(), slug(guests.get(0))))));
        deeds.add(new Deed(atWork(now.minus(9, ChronoUnit.DAYS)), () -> people.cancel.handle(nsi, regretted.get(0))));
        deeds.stream().sorted(Comparator.comparing(Deed::at)).forEach(deed -> clock.at(deed.at(), deed.act()));
    }

    private Actor account(String email, String name, Role role, String ars) {
        return people.createAccount.handle(email, name, role, ars, PASSWORD).asActor();
    }

    /** Kommunen in an order of chance, without those that have a part of their own. */
    private List<Kommune> guests() {
        List<Kommune> all = new ArrayList<>(people.kommunen.list(
                "type in (EINHEITSGEMEINDE, SAMTGEMEINDE, KREISFREIE_STADT, LANDKREIS) and ars not in ?1 order by ars",
                List.of(LANGENHAGEN, SOTTRUM, CELLE)));
        java.util.Collections.shuffle(all, random);
        return all;
    }

    private SeminarPlan.Draft draft(Scene scene, LocalDate today) {
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(scene.weeks());
        LocalDate first = scene.weeks() == 0 ? today.minusDays(1) : monday.plusDays(random.nextInt(3));
        List<SeminarDay> days = List.of(day(first), day(first.plusDays(1)), day(first.plusDays(2)));
        // The far ones open only when the season begins.
        LocalDate opens = scene.weeks() > 20 ? today.plusWeeks(scene.weeks() - 16L) : first.minusDays(130);
        LocalDate closes = scene.weeks() == 3 || scene.weeks() == 4 ? first.minusDays(10) : first.minusDays(14);
        String venue = scene.online() ? null : VENUES.get(Math.floorMod(scene.weeks(), VENUES.size()));
        return new SeminarPlan.Draft(
                "Digital-Lotse werden",
                days,
                venue,
                scene.online(),
                (long) SEATS,
                FEE_CENTS,
                opens.atTime(8, 0).atZone(German.BERLIN).toInstant(),
                closes.atTime(18, 0).atZone(German.BERLIN).toInstant());
    }

    private static SeminarDay day(LocalDate date) {
        return new SeminarDay(date, LocalTime.of(9, 0), LocalTime.of(16, 30));
    }

    private long plan(Actor nsi, SeminarPlan.Draft draft, boolean publish) {
        long id = dates.plan.handle(nsi, draft);
        if (publish) {
            dates.publish.handle(nsi, id);
        }
        return id;
    }

    private String register(Actor actor, long seminarId, String ars, String slug) {
        String first = pick(FIRST_NAMES);
        String last = pick(LAST_NAMES);
        String address = (fold(first) + "." + fold(last) + random.nextInt(90) + "@" + slug + ".example")
                .toLowerCase(Locale.ROOT);
        return people.register.handle(
                actor,
                new RegisterParticipant.Command(
                        new Application(
                                seminarId, new Participant.Details(first, last, address, pick(JOBS), null), true, ars),
                        null));
    }

    /** One of those who were there missed the last day. */
    private void settle(Actor nsi, long seminar, SeminarPlan.Draft draft, Set<String> present) {
        Set<LocalDate> all = draft.days().stream().map(SeminarDay::date).collect(java.util.stream.Collectors.toSet());
        Map<String, Set<LocalDate>> days = new HashMap<>();
        present.forEach(reference -> days.put(reference, all));
        present.stream()
                .sorted()
                .findFirst()
                .ifPresent(reference -> days.put(
                        reference,
                        Set.of(draft.days().get(0).date(), draft.days().get(1).date())));
        dates.attendance.handle(nsi, new RecordAttendance.Command(seminar, null, days));
        dates.close.handle(nsi, seminar);
    }

    private static Set<String> present(Set<String> registered, boolean oneIsMissing) {
        List<String> sorted = registered.stream().sorted().toList();
        return new HashSet<>(oneIsMissing ? sorted.subList(1, sorted.size()) : sorted);
    }

    private static String slug(Kommune kommune) {
        return fold(kommune.name()).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
    }

    private static String fold(String name) {
        String folded = name.toLowerCase(Locale.GERMANY)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("ı", "i");
        return java.text.Normalizer.normalize(folded, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private Instant between(Instant from, Instant until) {
        long seconds = Math.max(1, ChronoUnit.SECONDS.between(from, until));
        Instant chosen = atWork(from.plusSeconds((long) (random.nextDouble() * seconds)));
        return chosen.isAfter(from) && chosen.isBefore(until)
                ? chosen
                : from.plusSeconds(random.nextInt((int) Math.min(seconds, 3600)));
    }

    /** The same day, or the Friday before, during office hours. */
    private Instant atWork(Instant instant) {
        LocalDate day = German.berlinDay(instant);
        while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            day = day.minusDays(1);
        }
        return day.atTime(8, 0)
                .plusMinutes(random.nextInt(8 * 60))
                .atZone(German.BERLIN)
                .toInstant();
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
