package de.digitallotsen.registration.web;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.web.Choice;
import jakarta.inject.Singleton;

/** The open dates that a form offers to choose from. */
@Singleton
class OfferedDates {

    private static final int MOST = 100;

    private final SeminarSearch seminars;
    private final Clock clock;

    OfferedDates(SeminarSearch seminars, Clock clock) {
        this.seminars = seminars;
        this.clock = clock;
    }

    /** All of them, full ones too: one can wait for a seat (R13). */
    List<Choice> toRegister(String chosen) {
        return open(false).map(date -> choice(date, label(date), chosen)).toList();
    }

    /** Those with a seat for which nobody waits (R17). */
    List<Choice> toRebook(long from, String chosen) {
        return open(true)
                .filter(date -> date.waiting() == 0 && date.id() != from)
                .map(date -> choice(date, label(date), chosen))
                .toList();
    }

    /** Short, or the list would cut it off: the house without its address, and what the Kommune pays. */
    private static String label(SeminarLine date) {
        String house = date.venue() == null
                ? Messages.text("seminar.online")
                : date.venue().split(",", 2)[0];
        return date.when() + ", " + house + ", Nr.\u00a0" + date.id() + " (" + date.seats() + ", "
                + German.euro(date.ownShareCents()) + ")";
    }

    private Stream<SeminarLine> open(boolean withFreeSeats) {
        SeminarSearch.Filter upcoming = new SeminarSearch.Filter(
                SystemClock.today(clock), null, withFreeSeats, null, List.of(SeminarStatus.PUBLISHED));
        return seminars.find(Actor.anonymous(), upcoming, new Page.Request(0, MOST)).items().stream()
                .map(SeminarLine::of)
                .filter(SeminarLine::open);
    }

    private static Choice choice(SeminarLine date, String label, String chosen) {
        String id = String.valueOf(date.id());
        return new Choice(id, label, id.equals(chosen));
    }
}
