package de.digitallotsen.shared;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** What every act leaves behind for a while: submissions with their sealed answers, tries against the brake. */
@ApplicationScoped
class SharedRecords implements PersonalRecords {

    private final Rows rows;
    private final Retention retention;

    SharedRecords(Rows rows, Retention retention) {
        this.rows = rows;
        this.retention = retention;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                rows.ending(
                        "submissions",
                        RetentionRule.SHORT_LIVED,
                        retention,
                        "select count(*) from submission where created_at < ?1",
                        "delete from submission where created_at < ?1"),
                rows.ending(
                        "kept-entries",
                        RetentionRule.SHORT_LIVED,
                        retention,
                        "select count(*) from kept_entry where created_at < ?1",
                        "delete from kept_entry where created_at < ?1"),
                rows.ending(
                        "throttle",
                        RetentionRule.SHORT_LIVED,
                        retention,
                        "select count(*) from throttle where window_start < ?1",
                        "delete from throttle where window_start < ?1"));
    }
}
