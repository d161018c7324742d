package de.digitallotsen.start;

import java.time.Clock;
import java.time.LocalDate;

import de.digitallotsen.settings.FoundProgramme;
import de.digitallotsen.shared.SystemClock;
import jakarta.inject.Singleton;

/** The programme that a real portal is founded with, as its settings say. */
@Singleton
class FirstProgramme {

    private final ProgrammeSettings programme;
    private final PeriodSettings period;
    private final Clock clock;

    FirstProgramme(ProgrammeSettings programme, PeriodSettings period, Clock clock) {
        this.programme = programme;
        this.period = period;
        this.clock = clock;
    }

    FoundProgramme.Command asCommand() {
        LocalDate begin =
                period.firstDay().orElseGet(() -> SystemClock.today(clock).withDayOfYear(1));
        return new FoundProgramme.Command(
                programme.name(),
                programme.rateBasisPoints(),
                programme.placesPerKommune(),
                begin,
                period.lastDay().orElse(begin.plusYears(2).minusDays(1)),
                period.budgetCents());
    }
}
