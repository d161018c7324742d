package de.digitallotsen.budget;

import java.util.List;

import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.PersonalRecords;
import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/** The ledger stays (R11) and names nobody; as long as a reference leads to a person, its lines are that person's. */
@ApplicationScoped
class LedgerRecords implements PersonalRecords {

    private final Rows rows;

    LedgerRecords(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of();
    }

    @Override
    public List<Holding> about(Person person) {
        return List.of(rows.holding(
                "ledger",
                person.ids(Subject.REGISTRATION),
                "select e.number as number, e.reference as reference, e.booked_at as at, e.type as type,"
                        + " e.reserved_cents as reservedCents, e.spent_cents as spentCents"
                        + " from budget_entry e where e.reference in (?1) order by e.id"));
    }
}
