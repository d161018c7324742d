package de.digitallotsen.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionRule;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/** What was deleted, and what is due today and soon, for the NSI. */
@ApplicationScoped
public class Deletions {

    /** So many days ahead. */
    public static final int SOON = 90;

    private static final String GROUPS = " from deletion_proof p join deletion_run r on r.id = p.run_id"
            + " group by p.run_id, p.kind, p.rule, p.keep_for, r.occasion, r.actor_role, r.finished_at";

    private final Schedule schedule;
    private final Retention retention;
    private final Rows rows;

    Deletions(Schedule schedule, Retention retention, Rows rows) {
        this.schedule = schedule;
        this.retention = retention;
        this.rows = rows;
    }

    /**
     * A proof.
     *
     * @param runId the run that deleted it
     * @param occasion why it ran
     * @param role of who let it run; null for the portal itself
     * @param rule of the schedule, or {@code ERASURE}
     * @param keepFor as it was set then, {@code P5Y}; null on request
     * @param at when the last of them went
     */
    public record Proof(
            long runId,
            DeletionRun.Occasion occasion,
            Role role,
            String kind,
            String rule,
            String keepFor,
            long deleted,
            Instant at) {

        /** „5 Jahre“; empty on request. */
        public String keepWords() {
            return keepFor == null ? "" : Retention.words(Period.parse(keepFor));
        }

        /** What was deleted, in words. */
        public String what() {
            return Messages.label("deletion." + kind);
        }

        /** By which rule, in words. */
        public String why() {
            return Messages.label("deletion-rule." + rule);
        }

        /** Why it ran, in words. */
        public String how() {
            return Messages.label("deletion-occasion." + occasion);
        }
    }

    /**
     * What is due of a kind.
     *
     * @param keepFor how long it is kept, {@code P5Y}
     * @param soon within {@value #SOON} days, today's among them
     */
    public record Due(String kind, RetentionRule rule, String keepFor, String keepWords, long today, long soon) {

        public String what() {
            return Messages.label("deletion." + kind);
        }

        public String why() {
            return Messages.label("deletion-rule." + rule);
        }
    }

    /** The proofs, newest first. */
    public Page<Proof> proofs(Actor actor, Page.Request page) {
        actor.require(Role.NSI);
        List<Proof> found = rows
                .records(
                        "select p.run_id as runId, r.occasion as occasion, r.actor_role as role, p.kind as kind,"
                                + " p.rule as rule, p.keep_for as keepFor, sum(p.deleted) as deleted, max(p.at) as at"
                                + GROUPS + " order by p.run_id desc, p.kind limit ?1 offset ?2",
                        page.size(),
                        page.offset())
                .stream()
                .map(Deletions::proof)
                .toList();
        return new Page<>(
                found, page.page(), page.size(), rows.number("select count(*) from (select 1" + GROUPS + ") g"));
    }

    private static Proof proof(Map<String, Object> row) {
        Object role = row.get("role");
        return new Proof(
                ((Number) row.get("runId")).longValue(),
                DeletionRun.Occasion.valueOf((String) row.get("occasion")),
                role == null ? null : Role.valueOf((String) role),
                (String) row.get("kind"),
                (String) row.get("rule"),
                (String) row.get("keepFor"),
                ((Number) row.get("deleted")).longValue(),
                (Instant) row.get("at"));
    }

    /** A dry run: what is due today, and what will be soon. Changes nothing. */
    public List<Due> due(Actor actor) {
        actor.require(Role.NSI);
        LocalDate today = retention.today();
        return schedule.expiries().stream()
                .map(expiry -> new Due(
                        expiry.kind(),
                        expiry.rule(),
                        retention.keep(expiry.rule()).toString(),
                        retention.words(expiry.rule()),
                        expiry.due().on(today),
                        expiry.due().on(today.plusDays(SOON))))
                .toList();
    }
}
