package de.digitallotsen.shared;

import java.time.LocalDate;
import java.util.List;

/** A feature that has something for people to do. The start page asks all of them and knows none of them. */
public interface TaskSource {

    /**
     * Something to do.
     *
     * @param text what, in a sentence
     * @param href where
     * @param due until when, or null
     * @param overdue that day has passed, or it should not have come to this
     */
    record Task(String text, String href, LocalDate due, boolean overdue) {}

    /** What there is to do for this actor now; empty if nothing, or if it is nothing of theirs. */
    List<Task> tasks(Actor actor);
}
