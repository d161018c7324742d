package de.digitallotsen.registration.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import de.digitallotsen.registration.Registration;
import de.digitallotsen.shared.web.Form;

/** One person with a seat in the form that records the attendance. */
public record AttendancePerson(String reference, String name, String kommune, List<Tick> ticks) {

    /**
     * One box to tick.
     *
     * @param shown it was ticked already when the page was opened (R31)
     */
    public record Tick(String field, String day, boolean ticked, boolean shown) {}

    /** Ticked as the form was sent, else as the attendance stands, or everywhere if that was asked for. */
    static AttendancePerson of(
            Registration r, List<AttendanceDay> days, Set<LocalDate> recorded, boolean all, Form form) {
        boolean sent = !form.value("tage").isEmpty();
        List<Tick> ticks = days.stream()
                .filter(AttendanceDay::shown)
                .map(day -> {
                    String field = field(r.reference(), day.value());
                    boolean stands = recorded.contains(LocalDate.parse(day.value()));
                    boolean ticked = sent ? form.ticked(field) : all || stands;
                    return new Tick(field, day.label(), ticked, sent ? form.ticked(Form.WAS + field) : stands);
                })
                .toList();
        return new AttendancePerson(
                r.reference(), r.participant().fullName(), r.kommune().displayName(), ticks);
    }

    /** The name of the box that says that a person was there on a day. */
    static String field(String reference, Object day) {
        return "da." + reference + "." + day;
    }
}
