package de.digitallotsen.kommune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;

/** Says what an import of the register would do (R2). Changes nothing. */
@ApplicationScoped
public class PreviewImport {

    private final Kommunen kommunen;
    private final KommuneAccounts accounts;
    private final PlaceCounts places;

    PreviewImport(Kommunen kommunen, KommuneAccounts accounts, PlaceCounts places) {
        this.kommunen = kommunen;
        this.accounts = accounts;
        this.places = places;
    }

    /** What the file would add, change and end, compared with the register as it is. */
    public RegisterChanges handle(Actor actor, RegisterFile file) {
        actor.require(Role.NSI);
        Map<String, Kommune> existing =
                kommunen.listAll().stream().collect(Collectors.toMap(Kommune::ars, Function.identity()));
        Map<String, String> names = file.displayNames();
        List<RegisterChanges.Addition> additions = new ArrayList<>();
        List<RegisterChanges.Change> changes = new ArrayList<>();
        for (RegisterLine line : file.lines()) {
            Kommune kommune = existing.get(line.ars());
            String name = names.get(line.ars());
            List<RegisterChanges.FieldChange> differences =
                    kommune == null ? List.of() : kommune.differences(line, name);
            if (kommune == null) {
                additions.add(new RegisterChanges.Addition(file.lineOf(line.ars()), line.ars(), name, line.type()));
            } else if (!differences.isEmpty()) {
                changes.add(new RegisterChanges.Change(file.lineOf(line.ars()), line.ars(), name, differences));
            }
        }
        return RegisterChanges.of(
                file,
                additions,
                changes,
                endings(file, existing.values().stream().toList(), additions));
    }

    private List<RegisterChanges.Ending> endings(
            RegisterFile file, List<Kommune> existing, List<RegisterChanges.Addition> additions) {
        // A line that cannot be used is no ending: its Kommune is there, and somebody mistyped something.
        Set<String> listed = file.lineNumbers().keySet();
        List<Kommune> ended = existing.stream()
                .filter(k -> k.validTo() == null && !listed.contains(k.ars()))
                .sorted(Comparator.comparing(Kommune::ars))
                .toList();
        List<String> ars = ended.stream().map(Kommune::ars).toList();
        Map<String, List<String>> staff = accounts.of(ars);
        Map<String, PlaceCounts.Count> used = places.count(ars);
        Map<String, RegisterLine> added =
                additions.stream().collect(Collectors.toMap(RegisterChanges.Addition::ars, a -> file.line(a.ars())));
        return ended.stream()
                .map(k -> new RegisterChanges.Ending(
                        k.ars(),
                        k.displayName(),
                        k.type(),
                        suggestion(k, ended, added.values().stream().toList()),
                        staff.getOrDefault(k.ars(), List.of()),
                        used.containsKey(k.ars()) ? used.get(k.ars()).used() : 0))
                .toList();
    }

    /**
     * An eligible addition of the same Landkreis that bears the name; a Mitgliedsgemeinde goes the way of its
     * Samtgemeinde.
     */
    private static String suggestion(Kommune ended, List<Kommune> allEnded, List<RegisterLine> added) {
        Kommune known = allEnded.stream()
                .filter(other -> other.ars().equals(ended.samtgemeindeArs()))
                .findFirst()
                .orElse(ended);
        return added.stream()
                .filter(line -> line.type().isEligible()
                        && line.landkreisAgs().equals(known.landkreisAgs())
                        && line.name().equals(known.name()))
                .map(RegisterLine::ars)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
