package de.digitallotsen.seminar;

import java.time.LocalDate;
import java.time.LocalTime;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One day of a seminar; times of day in Europe/Berlin. Hibernate embeds it as a record. */
@Embeddable
public record SeminarDay(
        @Column(name = "day") LocalDate date,
        @Column(name = "begins") LocalTime begin,
        @Column(name = "ends") LocalTime end) {}
