package de.digitallotsen.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.Actor;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import org.hibernate.annotations.SortNatural;

/**
 * A version of the Förderentscheidung of a period with its financing plan: what was decided, and how much money in
 * which calendar year. Never changed; the one with the highest number is in force (R36). Amounts are cents, the rate
 * basis points as the programme had it when the version was entered.
 */
@Entity
@Table(name = "funding_plan")
public class FundingPlan {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "period_id", updatable = false)
    private long periodId;

    @Column(updatable = false)
    private int version;

    @Column(name = "decision_number", updatable = false)
    private String decisionNumber;

    @Column(name = "decision_date", updatable = false)
    private LocalDate decisionDate;

    @Column(updatable = false)
    private String purpose;

    @Column(name = "chapter_title", updatable = false)
    private String chapterTitle;

    @Column(name = "rate_basis_points", updatable = false)
    private int rateBasisPoints;

    @Column(updatable = false)
    private String reason;

    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;

    @Column(name = "recorded_by", updatable = false)
    private Long recordedBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "funding_plan_year", joinColumns = @JoinColumn(name = "plan_id"))
    @MapKeyColumn(name = "budget_year")
    @Column(name = "amount_cents")
    @SortNatural
    private SortedMap<Integer, Long> years = new TreeMap<>();

    protected FundingPlan() {}

    /**
     * What was decided.
     *
     * @param number of the decision or agreement
     * @param chapterTitle Kapitel und Titel
     * @param reason null unless something is changed
     */
    record Decision(String number, LocalDate date, String purpose, String chapterTitle, String reason) {}

    /** The next version; its rate is that of the programme now. */
    static FundingPlan of(
            Actor actor,
            FundingPeriod period,
            int version,
            Decision decision,
            SortedMap<Integer, Long> years,
            Instant now) {
        FundingPlan plan = new FundingPlan();
        plan.periodId = period.id();
        plan.version = version;
        plan.decisionNumber = decision.number();
        plan.decisionDate = decision.date();
        plan.purpose = decision.purpose();
        plan.chapterTitle = decision.chapterTitle();
        plan.reason = decision.reason();
        plan.rateBasisPoints = period.programme().subsidyRateBasisPoints();
        plan.recordedAt = now;
        plan.recordedBy = actor.userId();
        plan.years.putAll(years);
        return plan;
    }

    /** 1, 2, 3 … within the period. */
    public int version() {
        return version;
    }

    public String decisionNumber() {
        return decisionNumber;
    }

    public LocalDate decisionDate() {
        return decisionDate;
    }

    /** What the money is for. */
    public String purpose() {
        return purpose;
    }

    /** Kapitel und Titel of the budget of the Land. */
    public String chapterTitle() {
        return chapterTitle;
    }

    /** The share of the Land. */
    public int rateBasisPoints() {
        return rateBasisPoints;
    }

    /** Why it was changed; null for what was entered first. */
    public String reason() {
        return reason;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Cents by calendar year, in order. */
    public SortedMap<Integer, Long> years() {
        return new TreeMap<>(years);
    }

    /** All years together, in cents. */
    public long grantCents() {
        return years.values().stream().mapToLong(Long::longValue).sum();
    }
}
