package de.digitallotsen.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The other side of an entry that carries money from one period to another; a row for each of the two. */
@Entity
@Immutable
@Table(name = "budget_counterpart")
public class Counterpart {

    @Id
    @Column(name = "entry_id")
    private Long entryId;

    @Column(name = "counterpart_id")
    private long counterpartId;

    protected Counterpart() {}
}
