package de.digitallotsen.settings;

import java.time.LocalDate;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.places.PlaceGrants;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;

/** Founds the programme with its first period on an empty database, from configuration. */
@UseCase
public class FoundProgramme {

    private final EntityManager database;
    private final Budget budget;
    private final PlaceGrants grants;
    private final Event<Audited> changes;

    FoundProgramme(EntityManager database, Budget budget, PlaceGrants grants, Event<Audited> changes) {
        this.database = database;
        this.budget = budget;
        this.grants = grants;
        this.changes = changes;
    }

    /**
     * @param rateBasisPoints 5000 is one half
     * @param firstDay of the period
     * @param lastDay of the period, included
     * @param budgetCents what the Land puts in
     */
    public record Command(
            String name,
            int rateBasisPoints,
            int placesPerKommune,
            LocalDate firstDay,
            LocalDate lastDay,
            long budgetCents) {}

    /** Every Kommune that may register today gets its places with it; later ones when they first register. */
    public FundingPeriod handle(Command command) {
        Programme programme = Programme.found(command.name(), command.rateBasisPoints(), command.placesPerKommune());
        database.persist(programme);
        FundingPeriod period = FundingPeriod.of(
                programme,
                German.date(command.firstDay()) + " bis " + German.date(command.lastDay()),
                command.firstDay(),
                command.lastDay());
        database.persist(period);
        database.flush();
        budget.open(Actor.portal(), period, command.budgetCents(), "Erste Zuweisung des Landes");
        grants.grantToAll(programme, programme.placeScope(period.id()));
        changes.fire(AuditedChange.of(Actor.portal(), "programme.founded", "programme", programme.id())
                .to(
                        "name",
                        command.name(),
                        "rateBasisPoints",
                        command.rateBasisPoints(),
                        "placesPerKommune",
                        command.placesPerKommune(),
                        "firstDay",
                        command.firstDay().toString(),
                        "lastDay",
                        command.lastDay().toString(),
                        "budgetCents",
                        command.budgetCents()));
        return period;
    }

    /** True as long as there is no programme. */
    public boolean isMissing() {
        return database.createQuery("select count(p) from Programme p", Long.class)
                        .getSingleResult()
                == 0;
    }
}
