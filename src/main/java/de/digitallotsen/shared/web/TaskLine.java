package de.digitallotsen.shared.web;

import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.TaskSource;
import jakarta.enterprise.inject.Instance;

/**
 * Something to do, as a start page shows it.
 *
 * @param link what the link to it says
 * @param kind of the icon
 */
public record TaskLine(String text, String href, String link, String kind) {

    /** What every feature has for this actor to do. */
    public static List<TaskLine> of(Actor actor, Instance<TaskSource> sources) {
        return sources.stream()
                .flatMap(source -> source.tasks(actor).stream())
                .map(task -> new TaskLine(task.text(), task.href(), "Ansehen", task.overdue() ? "danger" : "warning"))
                .toList();
    }
}
