package de.digitallotsen.programme;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A Förderzeitraum: the days between which one tranche of money pays. Its totals stand in {@code Budget}. */
@Entity
@Table(name = "funding_period")
public class FundingPeriod {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "programme_id")
    private Programme programme;

    private String name;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected FundingPeriod() {}

    /** A period from the first to the last day, both included. */
    public static FundingPeriod of(Programme programme, String name, LocalDate firstDay, LocalDate lastDay) {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("A period ends on or after its first day");
        }
        FundingPeriod period = new FundingPeriod();
        period.programme = programme;
        period.name = name;
        period.firstDay = firstDay;
        period.lastDay = lastDay;
        return period;
    }

    /** True if the day lies in this period. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** True from the day after its last one on. */
    public boolean hasEnded(LocalDate today) {
        return lastDay.isBefore(today);
    }

    public Long id() {
        return id;
    }

    /** Whose terms hold in it. */
    public Programme programme() {
        return programme;
    }

    /** As people read it: „01.01.2027 bis 31.12.2028“. */
    public String name() {
        return name;
    }

    /** For names of files, and no other period in force has the same: „2027-2028“ for whole years, else both days. */
    public String shortName() {
        if (firstDay.getDayOfYear() > 1 || lastDay.plusDays(1).getDayOfYear() > 1) {
            return firstDay + " bis " + lastDay;
        }
        return firstDay.getYear() == lastDay.getYear()
                ? String.valueOf(firstDay.getYear())
                : firstDay.getYear() + "-" + lastDay.getYear();
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    /** Included. */
    public LocalDate lastDay() {
        return lastDay;
    }

    /** True if it was opened by mistake and pays for nothing any more; its ledger stays. */
    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Null while it is in force. */
    public Instant withdrawnAt() {
        return withdrawnAt;
    }
}
