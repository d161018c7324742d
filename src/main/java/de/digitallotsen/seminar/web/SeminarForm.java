package de.digitallotsen.seminar.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.digitallotsen.seminar.CopySeminar;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.Form;

/** Between the form in which the NSI plans a seminar and the plan: German dates, times and amounts. */
final class SeminarForm {

    /** Rows for days in an empty form; empty rows are left out. */
    private static final int LEAST_ROWS = 5;

    private static final LocalTime DAY_BEGINS = LocalTime.of(9, 0);
    private static final LocalTime DAY_ENDS = LocalTime.of(16, 30);

    private SeminarForm() {}

    /** Three days on from that day, 20 seats, 1,000 EUR, two weeks before the first day as deadline. */
    static Form empty(LocalDate today) {
        LocalDate first = today.plusWeeks(12).with(DayOfWeek.TUESDAY);
        List<SeminarDay> days = List.of(
                new SeminarDay(first, DAY_BEGINS, DAY_ENDS),
                new SeminarDay(first.plusDays(1), DAY_BEGINS, DAY_ENDS),
                new SeminarDay(first.plusDays(2), DAY_BEGINS, DAY_ENDS));
        return of(new SeminarPlan(
                "Digital-Lotse werden",
                days,
                "",
                false,
                20,
                100_000,
                today.plusDays(1).atTime(8, 0).atZone(German.BERLIN).toInstant(),
                first.minusDays(14).atTime(18, 0).atZone(German.BERLIN).toInstant()));
    }

    /** The form of a plan. */
    static Form of(SeminarPlan plan) {
        Form form = Form.of(
                "title",
                plan.title(),
                "venue",
                plan.venue(),
                "online",
                plan.online() ? "on" : null,
                "capacity",
                String.valueOf(plan.capacity()),
                "fee",
                German.plainEuro(plan.feeCents()));
        if (plan.minimum() != null) {
            form = form.with("minParticipants", String.valueOf(plan.minimum().participants()))
                    .with("decisionDay", plan.minimum().decisionDay().toString());
        }
        form = withInstant(withInstant(form, "opens", plan.opensAt()), "closes", plan.closesAt());
        for (int i = 0; i < plan.days().size(); i++) {
            SeminarDay day = plan.days().get(i);
            form = form.with("day" + (i + 1), day.date().toString())
                    .with("begin" + (i + 1), German.time(day.begin()))
                    .with("end" + (i + 1), German.time(day.end()));
        }
        return form;
    }

    private static Form withInstant(Form form, String name, Instant instant) {
        ZonedDateTime berlin = instant.atZone(German.BERLIN);
        return form.with(name + "Date", berlin.toLocalDate().toString())
                .with(name + "Time", German.time(berlin.toLocalTime()));
    }

    /** As many rows as there are days, and at least one more than that while there may be more (R31). */
    static int rows(Form form) {
        int used = IntStream.rangeClosed(1, SeminarPlan.MOST_DAYS)
                .filter(row -> !form.value("day" + row).isBlank())
                .max()
                .orElse(0);
        return Math.min(SeminarPlan.MOST_DAYS, Math.max(LEAST_ROWS, used + 1));
    }

    /**
     * What was typed; the plan itself checks the rest. The form shows minutes: an instant or a time that still stands
     * there as it was shown stays what it is, seconds and all (R31).
     *
     * @param was as it stood when the form was shown; null for a new one
     * @throws InvalidInputException for what is no date, time, number or amount
     */
    static SeminarPlan.Draft read(Form form, SeminarPlan was) {
        Input input = new Input();
        Long capacity = number(input, form, "capacity", "seminar.capacity");
        Long minimum = form.value("minParticipants").isBlank()
                ? null
                : number(input, form, "minParticipants", "seminar.minimum");
        Optional<LocalDate> decision = German.parseDate(form.value("decisionDay"));
        input.check(
                decision.isPresent() || form.value("decisionDay").isBlank(),
                "decisionDay",
                "seminar.date",
                "label",
                "Entscheidung am");
        Optional<Long> fee = German.parseEuro(form.value("fee"));
        input.check(fee.isPresent(), "fee", "budget.amount");
        Form shown = was == null ? Form.of() : of(was);
        Instant opens = same(form, shown, "opensDate", "opensTime")
                ? was.opensAt()
                : instant(input, form, "opens", "Anmeldung ab");
        Instant closes = same(form, shown, "closesDate", "closesTime")
                ? was.closesAt()
                : instant(input, form, "closes", "Meldeschluss");
        List<SeminarDay> days = new ArrayList<>();
        for (int row = 1; row <= SeminarPlan.MOST_DAYS; row++) {
            if (same(form, shown, "day" + row, "begin" + row, "end" + row)) {
                days.add(was.days().get(row - 1));
            } else {
                readDay(input, form, row).ifPresent(days::add);
            }
        }
        input.throwIfWrong();
        return new SeminarPlan.Draft(
                form.value("title"),
                days,
                form.value("venue"),
                form.ticked("online"),
                capacity,
                fee.orElse(null),
                opens,
                closes,
                minimum,
                decision.orElse(null));
    }

    /** Something stands there, and just as it was shown. */
    private static boolean same(Form form, Form shown, String... fields) {
        return Stream.of(fields)
                .allMatch(field ->
                        !shown.value(field).isBlank() && shown.value(field).equals(form.value(field)));
    }

    /** A copy, or a whole series of them. */
    static CopySeminar.Series readSeries(long seminarId, Form form) {
        Input input = new Input();
        Long number = form.value("number").isBlank() ? (Long) 1L : number(input, form, "number", "seminar.copies");
        input.throwIfWrong();
        CopySeminar.Rhythm rhythm =
                "MONTHLY".equals(form.value("rhythm")) ? CopySeminar.Rhythm.MONTHLY : CopySeminar.Rhythm.WEEKLY;
        return new CopySeminar.Series(seminarId, form.day("firstDay", "Neuer erster Tag"), rhythm, number);
    }

    private static Long number(Input input, Form form, String field, String message) {
        Optional<Long> number = German.parseNumber(form.value(field));
        input.check(number.isPresent(), field, message);
        return number.orElse(null);
    }

    private static Instant instant(Input input, Form form, String name, String label) {
        Optional<LocalDate> day = German.parseDate(form.value(name + "Date"));
        Optional<LocalTime> time = German.parseTime(form.value(name + "Time"));
        input.check(day.isPresent(), name + "Date", "seminar.date", "label", label);
        input.check(time.isPresent(), name + "Time", "seminar.time", "label", label);
        return day.isPresent() && time.isPresent()
                ? day.get().atTime(time.get()).atZone(German.BERLIN).toInstant()
                : null;
    }

    private static Optional<SeminarDay> readDay(Input input, Form form, int row) {
        if (form.value("day" + row).isBlank()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = German.parseDate(form.value("day" + row));
        Optional<LocalTime> begin = German.parseTime(form.value("begin" + row));
        Optional<LocalTime> end = German.parseTime(form.value("end" + row));
        String label = "Tag " + row;
        input.check(day.isPresent(), "day" + row, "seminar.date", "label", label);
        input.check(begin.isPresent(), "begin" + row, "seminar.time", "label", label + " von");
        input.check(end.isPresent(), "end" + row, "seminar.time", "label", label + " bis");
        return day.map(date -> new SeminarDay(date, begin.orElse(null), end.orElse(null)));
    }

    /** The plan's own violations, at the fields of this form. */
    static Form wrong(Form form, InvalidInputException invalid) {
        return form.wrong(new InvalidInputException(invalid.violations().stream()
                .map(v -> new Violation(fieldOf(form, v.field()), v.message()))
                .toList()));
    }

    private static String fieldOf(Form form, String field) {
        if (field.startsWith("days[")) {
            int index = Integer.parseInt(field.substring(5, field.indexOf(']')));
            return (field.endsWith("end") ? "end" : "day") + rowOf(form, index);
        }
        return switch (field) {
            case "days" -> "day1";
            case "feeCents" -> "fee";
            case "opensAt" -> "opensDate";
            case "closesAt" -> "closesDate";
            default -> field;
        };
    }

    /** The n-th day that was typed stands in this row. */
    private static int rowOf(Form form, int index) {
        int seen = 0;
        for (int row = 1; row <= SeminarPlan.MOST_DAYS; row++) {
            if (!form.value("day" + row).isBlank() && seen++ == index) {
                return row;
            }
        }
        return 1;
    }

    /** What its fields are called, in order. */
    static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("title", "Titel");
        for (int row = 1; row <= SeminarPlan.MOST_DAYS; row++) {
            labels.put("day" + row, "Tag " + row);
            labels.put("begin" + row, "Tag " + row + " von");
            labels.put("end" + row, "Tag " + row + " bis");
        }
        labels.put("venue", "Ort");
        labels.put("online", "Online-Termin");
        labels.put("capacity", "Plätze");
        labels.put("fee", "Teilnahmeentgelt in Euro");
        labels.put("minParticipants", "Mindestens so viele Teilnehmende");
        labels.put("decisionDay", "Entscheidung am");
        labels.put("opensDate", "Anmeldung ab, Tag");
        labels.put("opensTime", "Anmeldung ab, Uhrzeit");
        labels.put("closesDate", "Meldeschluss, Tag");
        labels.put("closesTime", "Meldeschluss, Uhrzeit");
        return labels;
    }

    /** A headline for the form. */
    static String heading(boolean isNew) {
        return Messages.text(isNew ? "seminar.heading-new" : "seminar.heading-change");
    }
}
