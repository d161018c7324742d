package de.digitallotsen.seminar;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** What visitors learn of the seminar before they look at dates. */
@ApplicationScoped
public class SeminarContents {

    private final SeminarSettings settings;

    SeminarContents(SeminarSettings settings) {
        this.settings = settings;
    }

    /**
     * For a page.
     *
     * @param audience for whom it is
     * @param contents what is learned
     * @param afterwards what a Digital-Lotse does then
     */
    public record Outline(String audience, List<String> contents, String afterwards) {}

    public Outline outline() {
        List<String> contents = Arrays.stream(settings.contents().split(";"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Outline(settings.audience(), contents, settings.afterwards());
    }
}
