package de.digitallotsen.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What is sent to the portal when all is well; tests spoil it one field at a time. */
final class Bodies {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private Bodies() {}

    /** A registration, as JSON; each is of another person. */
    static Map<String, Object> registration(long seminar) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("firstName", "Jörg");
        person.put("lastName", "Süßmilch");
        person.put("email", "joerg.suessmilch" + PEOPLE.incrementAndGet() + "@kommune.example");
        person.put("jobTitle", "Bürgerbüro");
        person.put("accessibilityNeeds", null);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("seminarId", seminar);
        body.put("participant", person);
        body.put("acceptWaiting", false);
        return body;
    }

    /** The same, as a form. */
    static String[] registrationForm(long seminar) {
        return new String[] {
            "seminarId",
            String.valueOf(seminar),
            "participant.firstName",
            "Jörg",
            "participant.lastName",
            "Süßmilch",
            "participant.email",
            "joerg.suessmilch" + PEOPLE.incrementAndGet() + "@kommune.example",
            "participant.jobTitle",
            "Bürgerbüro"
        };
    }

    /** A seminar, as JSON. */
    static Map<String, Object> seminar(long version) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "Digital-Lotse werden");
        body.put(
                "days",
                List.of(
                        Map.of("date", "2027-05-03", "begin", "09:00", "end", "16:00"),
                        Map.of("date", "2027-05-04", "begin", "09:00", "end", "16:00"),
                        Map.of("date", "2027-05-06", "begin", "09:00", "end", "16:00")));
        body.put("venue", "NSI Hannover");
        body.put("online", false);
        body.put("capacity", 20);
        body.put("feeCents", 100_000);
        body.put("opensAt", "2027-02-02T08:00:00Z");
        body.put("closesAt", "2027-04-19T16:00:00Z");
        body.put("version", version);
        return body;
    }

    /** The same, as a form. */
    static String[] seminarForm() {
        return new String[] {
            "title",
            "Digital-Lotse werden",
            "day1",
            "2027-05-03",
            "begin1",
            "09:00",
            "end1",
            "16:00",
            "day2",
            "04.05.2027",
            "begin2",
            "09:00",
            "end2",
            "16:00",
            "day3",
            "6.5.2027",
            "begin3",
            "9:00",
            "end3",
            "16:00",
            "venue",
            "NSI Hannover",
            "capacity",
            "20",
            "fee",
            "1.000,00",
            "opensDate",
            "2027-02-02",
            "opensTime",
            "09:00",
            "closesDate",
            "2027-04-19",
            "closesTime",
            "18:00"
        };
    }

    /** The same body with one value more, or another; {@code participant.email} reaches inside. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        int dot = name.indexOf('.');
        if (dot < 0) {
            changed.put(name, value);
        } else {
            changed.put(
                    name.substring(0, dot),
                    with((Map<String, Object>) body.get(name.substring(0, dot)), name.substring(dot + 1), value));
        }
        return changed;
    }

    /** The same form with one value more, or another. */
    static String[] with(String[] form, String name, String value) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < form.length; i += 2) {
            fields.put(form[i], form[i + 1]);
        }
        fields.put(name, value);
        return fields.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** The settings of a new programme, with three places. */
    static Map<String, Object> programme() {
        return Map.of(
                "subsidyRateBasisPoints",
                5_000,
                "placesPerKommune",
                3,
                "capScope",
                "PROGRAMME",
                "attendanceThresholdDays",
                2,
                "warningPercents",
                List.of(80, 95, 100),
                "cancellationTiers",
                List.of(Map.of("leastDaysBefore", 0, "feeBasisPoints", 10_000)),
                "version",
                0,
                "reason",
                "Erlass vom 1.2.2027");
    }

    /** The same in the form. */
    static String[] programmeForm() {
        return new String[] {
            "rate",
            "50",
            "places",
            "3",
            "capScope",
            "PROGRAMME",
            "attendanceDays",
            "2",
            "warning1",
            "80",
            "warning2",
            "95",
            "warning3",
            "100",
            "days1",
            "0",
            "share1",
            "100",
            "version",
            "0",
            "reason",
            "Erlass vom 1.2.2027"
        };
    }

    /** A financing plan for the period of the tests. */
    static Map<String, Object> plan() {
        return Map.of(
                "decisionNumber",
                "MI-34/2027",
                "decisionDate",
                "2026-12-01",
                "chapterTitle",
                "0301/684 70",
                "purpose",
                "Qualifizierung",
                "years",
                List.of(Map.of("year", 2027, "amountCents", 20_000_000)));
    }

    /** The same as a form sends it. */
    static String[] planForm() {
        return new String[] {
            "decisionNumber", "MI-34/2027", "decisionDate", "2026-12-01", "chapterTitle", "0301/684 70",
            "purpose", "Qualifizierung", "year-2027", "200.000,00", "year-2028", "0"
        };
    }
}
