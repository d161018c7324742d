package de.digitallotsen.kommune;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.SearchText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A Gemeinde, Stadt, Samtgemeinde, Landkreis or the Region of Niedersachsen as the official register has it, with the
 * days on which it exists (R2). Keyed by its 12-digit Amtlicher Regionalschlüssel; the AGS is an attribute, because a
 * Samtgemeinde has none.
 */
@Entity
@Table(name = "kommune")
public class Kommune {

    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    private String ars;

    private String ags;
    private String name;
    private String designation;

    @Column(name = "display_name")
    private String displayName;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private KommuneType type;

    @Column(name = "samtgemeinde_ars")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String samtgemeindeArs;

    @Column(name = "landkreis_ags")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String landkreisAgs;

    private int population;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String postcode;

    private String seat;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "successor_ars")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String successorArs;
    /** Read only, for the way to the last successor. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "successor_ars", insertable = false, updatable = false)
    private Kommune successor;

    @Column(name = "search_text")
    private String searchText;

    protected Kommune() {}

    /** A Kommune that exists from the given day on, as a line of the register describes it. */
    public static Kommune begin(RegisterLine line, String displayName, LocalDate from) {
        Kommune kommune = new Kommune();
        kommune.ars = line.ars();
        kommune.validFrom = from;
        kommune.describe(line, displayName);
        return kommune;
    }

    /** Takes over what a newer register says; an ended Kommune that is listed again exists again. */
    public void describe(RegisterLine line, String newDisplayName) {
        ags = line.ags();
        name = line.name();
        designation = line.designation();
        displayName = newDisplayName;
        type = line.type();
        samtgemeindeArs = line.samtgemeindeArs();
        landkreisAgs = line.landkreisAgs();
        population = line.population();
        postcode = line.postcode();
        seat = line.seat();
        validTo = null;
        successorArs = null;
        searchText = searchText(newDisplayName, designation, name, ars, ags, postcode);
    }

    /** What a Kommune is found by; kept by the program, and filled by a migration (adr/0051). */
    public static String searchText(
            String displayName, String designation, String name, String ars, String ags, String postcode) {
        return SearchText.of(displayName + " " + designation + " " + name, ars, ags, postcode);
    }

    /**
     * Ends the Kommune (R2): it is never deleted, because registrations belong to it. Its name says so from now on, and
     * is free for the Kommune that takes its place.
     *
     * @param lastDay the last day on which it exists
     */
    public void end(LocalDate lastDay) {
        validTo = lastDay.isBefore(validFrom) ? validFrom : lastDay;
        displayName = displayName + " (bis " + German.date(validTo) + ")";
    }

    /** Gives its name away for a moment: within one file two Kommunen may swap theirs. */
    void lendName() {
        displayName = ars;
    }

    /** Names the Kommune that takes the place of this one, which has ended. */
    void succeededBy(String ars) {
        successorArs = ars;
    }

    /** What the register's line says otherwise than this row; empty if it says the same and the row has not ended. */
    List<RegisterChanges.FieldChange> differences(RegisterLine line, String expectedDisplayName) {
        List<RegisterChanges.FieldChange> differences = new ArrayList<>(asLine().differences(line));
        if (!displayName.equals(expectedDisplayName)) {
            differences.add(new RegisterChanges.FieldChange("anzeigename", displayName, expectedDisplayName));
        }
        if (validTo != null) {
            differences.add(new RegisterChanges.FieldChange("ende", German.date(validTo), null));
        }
        return differences;
    }

    private RegisterLine asLine() {
        return new RegisterLine(
                ars, ags, name, designation, type, samtgemeindeArs, landkreisAgs, population, postcode, seat);
    }

    /** Whether this Kommune may register people on that day, and if not, why (R1). */
    public Eligibility eligibilityOn(LocalDate day) {
        if (validTo != null && day.isAfter(validTo)) {
            return new Eligibility(Eligibility.Code.EXPIRED, successorArs);
        }
        if (day.isBefore(validFrom)) {
            return new Eligibility(Eligibility.Code.NOT_YET_VALID, null);
        }
        return switch (type) {
            case MITGLIEDSGEMEINDE -> new Eligibility(Eligibility.Code.MITGLIEDSGEMEINDE, samtgemeindeArs);
            case GEMEINDEFREIES_GEBIET -> new Eligibility(Eligibility.Code.GEMEINDEFREIES_GEBIET, null);
            default -> new Eligibility(Eligibility.Code.ELIGIBLE, null);
        };
    }

    /** The Kommune that acts for this one: its successor once it has one, else itself. */
    public Kommune lastSuccessor() {
        return successor == null ? this : successor.lastSuccessor();
    }

    public String ars() {
        return ars;
    }

    public String ags() {
        return ags;
    }

    public String name() {
        return name;
    }

    public String designation() {
        return designation;
    }

    /**
     * How the Kommune is called wherever it is shown; unique among those that exist: „Stadt Göttingen“, „Landkreis
     * Göttingen“.
     */
    public String displayName() {
        return displayName;
    }

    public KommuneType type() {
        return type;
    }

    public String samtgemeindeArs() {
        return samtgemeindeArs;
    }

    public String landkreisAgs() {
        return landkreisAgs;
    }

    public int population() {
        return population;
    }

    public String postcode() {
        return postcode;
    }

    /** Where its administration sits: the register names the town only where it is called otherwise. */
    public String town() {
        return seat == null ? name : seat;
    }

    public LocalDate validTo() {
        return validTo;
    }

    public String successorArs() {
        return successorArs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kommune kommune && Objects.equals(ars, kommune.ars);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(ars);
    }
}
