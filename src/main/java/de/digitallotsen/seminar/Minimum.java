package de.digitallotsen.seminar;

import java.time.LocalDate;

/**
 * With fewer participants the NSI decides on a day whether the seminar takes place. Decides nothing by itself: it
 * stands on the NSI's list of tasks.
 *
 * @param participants 1 to the capacity
 * @param decisionDay on or before the first day
 */
public record Minimum(int participants, LocalDate decisionDay) {}
