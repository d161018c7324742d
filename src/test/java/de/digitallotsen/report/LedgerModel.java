package de.digitallotsen.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import de.digitallotsen.budget.BudgetTotals;

/**
 * The money and those who wait for it, as the rules say, in plain Java: beside the real one it has to come to the same.
 */
final class LedgerModel {

    static final class Seminar {
        final long id;
        final int seats;
        final long subsidy;
        final Instant closes;
        final Instant over;
        boolean settled;

        Seminar(long id, int seats, long subsidy, Instant closes, Instant over) {
            this.id = id;
            this.seats = seats;
            this.subsidy = subsidy;
            this.closes = closes;
            this.over = over;
        }
    }

    static final class Person {
        final Seminar seminar;
        final String kommune;
        String reference;
        /** As {@code Given.statusOf} writes it. */
        String state;

        Person(Seminar seminar, String kommune) {
            this.seminar = seminar;
            this.kommune = kommune;
        }

        boolean is(String... states) {
            return List.of(states).stream().anyMatch(wanted -> state.startsWith(wanted));
        }
    }

    final List<Person> people = new ArrayList<>();
    private long allocated;
    private long reserved;
    private long spent;

    LedgerModel(long allocated) {
        this.allocated = allocated;
    }

    BudgetTotals totals() {
        return new BudgetTotals(allocated, reserved, spent);
    }

    long available() {
        return allocated - reserved - spent;
    }

    long funded() {
        return people.stream()
                .filter(person -> person.is("CONFIRMED", "ATTENDED"))
                .count();
    }

    long live(String kommune) {
        return people.stream()
                .filter(person -> person.kommune.equals(kommune) && person.is("CONFIRMED", "ATTENDED", "WAITING"))
                .count();
    }

    private long taken(Seminar seminar) {
        return people.stream()
                .filter(person -> person.seminar == seminar && person.is("CONFIRMED", "ATTENDED"))
                .count();
    }

    private List<Person> queue(Instant now) {
        return people.stream()
                .filter(person -> person.is("WAITING") && now.isBefore(person.seminar.closes))
                .toList();
    }

    Person register(Seminar seminar, String kommune, Instant now) {
        Person person = new Person(seminar, kommune);
        boolean seat = taken(seminar) < seminar.seats;
        boolean firstForSeat = queue(now).stream().noneMatch(other -> other.seminar == seminar);
        boolean firstForMoney = queue(now).stream().noneMatch(other -> other.state.equals("WAITING FUNDS"));
        if (seat && firstForSeat && firstForMoney && available() >= seminar.subsidy) {
            confirm(person);
        } else {
            person.state = seat ? "WAITING FUNDS" : "WAITING SEATS";
        }
        people.add(person);
        return person;
    }

    private void confirm(Person person) {
        person.state = "CONFIRMED";
        reserved += person.seminar.subsidy;
    }

    void cancel(Person person, Instant now) {
        reserved -= person.is("CONFIRMED") ? person.seminar.subsidy : 0;
        person.state = "CANCELLED";
        serve(now);
    }

    void adjust(long cents, Instant now) {
        allocated += cents;
        serve(now);
    }

    void settle(Seminar seminar, Set<String> present, Instant now) {
        for (Person person : people) {
            if (person.seminar == seminar && person.is("CONFIRMED")) {
                boolean came = present.contains(person.reference);
                reserved -= seminar.subsidy;
                spent += came ? seminar.subsidy : 0;
                person.state = came ? "ATTENDED" : "NO_SHOW";
            } else if (person.seminar == seminar && person.is("WAITING")) {
                person.state = "CANCELLED";
            }
        }
        seminar.settled = true;
        serve(now);
    }

    /**
     * Everybody who waits, in order of receipt; who does not fit holds back those behind for the same seat or the same
     * money.
     */
    private void serve(Instant now) {
        Set<Seminar> seatHeld = new HashSet<>();
        boolean moneyHeld = false;
        for (Person person : queue(now)) {
            boolean seat = taken(person.seminar) < person.seminar.seats;
            if (seat && !seatHeld.contains(person.seminar) && !moneyHeld && available() >= person.seminar.subsidy) {
                confirm(person);
            } else {
                seatHeld.add(person.seminar);
                person.state = seat ? "WAITING FUNDS" : "WAITING SEATS";
                moneyHeld |= seat;
            }
        }
    }
}
