package de.digitallotsen.funding;

import java.time.LocalDate;

import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.UseCase;
import jakarta.persistence.EntityManager;

/** Founds the programme with its first period on an empty database, from configuration. */
@UseCase
public class EstablishProgramme {

    private final EntityManager database;
    private final Budget budget;
    private final Places places;
    private final Kommunen kommunen;

    EstablishProgramme(EntityManager database, Budget budget, Places places, Kommunen kommunen) {
        this.database = database;
        this.budget = budget;
        this.places = places;
        this.kommunen = kommunen;
    }

    /**
     * @param rateBasisPoints 5000 is one half
     * @param firstDay        of the period
     * @param lastDay         of the period, included
     * @param budgetCents     what the Land puts in
     */
    public record Command(String name, int rateBasisPoints, int placesPerKommune, LocalDate firstDay, LocalDate lastDay, long budgetCents) {
    }

    /** Every Kommune that may register today gets its places with it; later ones when they first register. */
    public FundingPeriod handle(Command command) {
        Programme programme = Programme.found(command.name(), command.rateBasisPoints(), command.placesPerKommune());
        database.persist(programme);
        FundingPeriod period = FundingPeriod.of(programme, German.date(command.firstDay()) + " bis " + German.date(command.lastDay()), command.firstDay(), command.lastDay());
        database.persist(period);
        database.flush();
        budget.open(period, command.budgetCents(), "Erste Zuweisung des Landes");
        places.grantToAll(programme, period.id(), kommunen.list("type not in (MITGLIEDSGEMEINDE, GEMEINDEFREIES_GEBIET) and validTo is null"));
        return period;
    }

    /** True as long as there is no programme. */
    public boolean isMissing() {
        return database.createQuery("select count(p) from Programme p", Long.class).getSingleResult() == 0;
    }
}
