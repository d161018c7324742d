package de.digitallotsen.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import de.digitallotsen.settings.EstablishProgramme;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.web.PublicInformation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this portal is set up, as far as its start is concerned. */
@ApplicationScoped
class PortalSettings {

    private final boolean demo;
    private final boolean command;
    private final EstablishProgramme.Command programme;
    private final PublicInformation information;

    PortalSettings(
            @ConfigProperty(name = "digitallotsen.demo") boolean demo,
            @ConfigProperty(name = "digitallotsen.command") boolean command,
            ProgrammeSettings programme,
            PublicInformation information) {
        this.demo = demo;
        this.command = command;
        this.programme = programme.asCommand();
        this.information = information;
    }

    /** With what the programme is founded on an empty database. */
    @Singleton
    static class ProgrammeSettings {
        @ConfigProperty(name = "digitallotsen.programme.name")
        String name;

        @ConfigProperty(name = "digitallotsen.programme.rate-basis-points")
        int rate;

        @ConfigProperty(name = "digitallotsen.programme.places-per-kommune")
        int places;

        @ConfigProperty(name = "digitallotsen.period.first-day")
        Optional<LocalDate> firstDay;

        @ConfigProperty(name = "digitallotsen.period.last-day")
        Optional<LocalDate> lastDay;

        @ConfigProperty(name = "digitallotsen.period.budget-cents")
        long budgetCents;

        @Inject
        Clock clock;

        EstablishProgramme.Command asCommand() {
            LocalDate begin = firstDay.orElseGet(() -> SystemClock.today(clock).withDayOfYear(1));
            return new EstablishProgramme.Command(
                    name, rate, places, begin, lastDay.orElse(begin.plusYears(2).minusDays(1)), budgetCents);
        }
    }

    boolean demo() {
        return demo;
    }

    /** True if only a command is run: nobody reads links to first accounts then. */
    boolean command() {
        return command;
    }

    EstablishProgramme.Command programme() {
        return programme;
    }

    /**
     * A portal with a public address is in production: it shows who is responsible for it (§ 5 DDG) and has no demo
     * accounts.
     *
     * @throws StartRefusedException while placeholders stand in the Impressum or the demo is switched on
     */
    void requireFitForProduction() {
        if (!information.isPublic()) {
            return;
        }
        if (demo) {
            throw new StartRefusedException("Unter der öffentlichen Adresse " + information.publicUrl()
                    + " gibt es keine Demodaten: ihre Passwörter kennt jeder."
                    + " Bitte DIGITALLOTSEN_DEMO=false setzen.");
        }
        if (!information.placeholders().isEmpty()) {
            throw new StartRefusedException("Unter der öffentlichen Adresse " + information.publicUrl()
                    + " fehlen noch Pflichtangaben: " + String.join(", ", information.placeholders())
                    + ". Bitte in der Konfiguration eintragen (docs/operating.md).");
        }
    }
}
