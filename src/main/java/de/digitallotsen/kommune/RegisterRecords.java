package de.digitallotsen.kommune;

import java.util.List;

import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.PersonalRecords;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionRule;
import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/** Files that somebody uploaded and never applied: nobody knows what stands in them. */
@ApplicationScoped
class RegisterRecords implements PersonalRecords {

    private final Rows rows;
    private final Retention retention;

    RegisterRecords(Rows rows, Retention retention) {
        this.rows = rows;
        this.retention = retention;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(rows.ending(
                "register-uploads",
                RetentionRule.SHORT_LIVED,
                retention,
                "select count(*) from register_upload where uploaded_at < ?1",
                "delete from register_upload where uploaded_at < ?1"));
    }
}
