package de.digitallotsen.programme;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The rules of a Förderprogramm: what share of the fee the Land pays, for how many people of a Kommune. */
@Entity
@Table(name = "programme")
public class Programme {

    /** 10,000 basis points are the whole fee. */
    public static final int WHOLE = 10_000;
    /** More places than this no Kommune can be granted; the schema says so, too. */
    public static final int MOST_PLACES = 4;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    @Column(name = "subsidy_rate_basis_points")
    private int subsidyRateBasisPoints;

    @Column(name = "places_per_kommune")
    private int placesPerKommune;

    @Column(name = "self_payers")
    private boolean selfPayers;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "cap_scope")
    private CapScope capScope;

    @Column(name = "attendance_threshold_days")
    private int attendanceThresholdDays;

    @Convert(converter = CancellationTerms.Column.class)
    @Column(name = "cancellation_terms")
    private CancellationTerms cancellationTerms;

    @Column(name = "first_warning_percent")
    private int firstWarningPercent;

    @Column(name = "second_warning_percent")
    private int secondWarningPercent;

    @Column(name = "last_warning_percent")
    private int lastWarningPercent;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    protected Programme() {}

    /**
     * A programme whose places count over all its periods, with the usual terms: two days make an attendance, the
     * Ministry is warned at 80, 95 and 100 percent.
     *
     * @param subsidyRateBasisPoints 0 to 10,000; 5000 is one half
     * @param placesPerKommune 1 to 4 (R3)
     */
    public static Programme found(String name, int subsidyRateBasisPoints, int placesPerKommune) {
        if (subsidyRateBasisPoints < 0
                || subsidyRateBasisPoints > WHOLE
                || placesPerKommune < 1
                || placesPerKommune > MOST_PLACES) {
            throw new IllegalArgumentException("Rate 0 to 10000 basis points, places 1 to 4");
        }
        Programme programme = new Programme();
        programme.name = name;
        programme.subsidyRateBasisPoints = subsidyRateBasisPoints;
        programme.placesPerKommune = placesPerKommune;
        programme.capScope = CapScope.PROGRAMME;
        programme.attendanceThresholdDays = 2;
        programme.cancellationTerms = CancellationTerms.usual();
        programme.firstWarningPercent = 80;
        programme.secondWarningPercent = 95;
        programme.lastWarningPercent = 100;
        return programme;
    }

    /** The terms as they stand. */
    public ProgrammeTerms terms() {
        return new ProgrammeTerms(
                subsidyRateBasisPoints,
                placesPerKommune,
                capScope,
                attendanceThresholdDays,
                warningPercents(),
                cancellationTerms.tiers(),
                selfPayers);
    }

    /**
     * The Ministry sets other terms. They hold from now on: what a registration was made under is its own (R8, R18,
     * R20).
     */
    public void change(ProgrammeTerms terms, Instant now) {
        subsidyRateBasisPoints = terms.subsidyRateBasisPoints();
        placesPerKommune = terms.placesPerKommune();
        capScope = terms.capScope();
        selfPayers = terms.selfPayers();
        attendanceThresholdDays = terms.attendanceThresholdDays();
        firstWarningPercent = terms.warningPercents().get(0);
        secondWarningPercent = terms.warningPercents().get(1);
        lastWarningPercent = terms.warningPercents().get(2);
        cancellationTerms = new CancellationTerms(terms.cancellationTiers());
        changedAt = now;
    }

    /**
     * The Land's share of a fee, in cents, rounded down (R8): the Kommune pays the rest.
     *
     * @param rateBasisPoints 0 to 10,000
     */
    public static long subsidyOf(long feeCents, int rateBasisPoints) {
        return Math.multiplyExact(feeCents, rateBasisPoints) / WHOLE;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** 5000 is one half. */
    public int subsidyRateBasisPoints() {
        return subsidyRateBasisPoints;
    }

    /** Raised at every change of the terms. */
    public int version() {
        return version;
    }

    /** When the Ministry last changed the terms; null if it never did. */
    public Instant changedAt() {
        return changedAt;
    }

    /** 1 to {@value #MOST_PLACES} (R3). */
    public int placesPerKommune() {
        return placesPerKommune;
    }

    /** True if a Kommune may pay the whole fee itself for further people (R5). */
    public boolean selfPayers() {
        return selfPayers;
    }

    /** On so many days somebody has to be there to have attended (R20). */
    public int attendanceThresholdDays() {
        return attendanceThresholdDays;
    }

    /** What a late cancellation costs (R18). */
    public CancellationTerms cancellationTerms() {
        return cancellationTerms;
    }

    /** Over what the places are counted (R3). */
    public CapScope capScope() {
        return capScope;
    }

    /** Shares of the money at which the Ministry is warned, in percent of what is allocated, ascending. */
    public List<Integer> warningPercents() {
        return List.of(firstWarningPercent, secondWarningPercent, lastWarningPercent);
    }

    /** The key under which a place of this period is counted: 0 over the whole programme, else the period's id (R3). */
    public long placeScope(long periodId) {
        return capScope == CapScope.PROGRAMME ? 0 : periodId;
    }
}
