package de.digitallotsen.kommune;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;

/** Says beforehand where a merger brings more people together than the successor has places (R3). */
@ApplicationScoped
public class Crowded {

    private final PlaceCounts places;

    Crowded(PlaceCounts places) {
        this.places = places;
    }

    /** Stands for what was read about such successors; empty where there is nothing to read. */
    public static String fingerprint(List<String> crowds) {
        return crowds.isEmpty() ? "" : Hashes.sha256(String.join("\n", crowds));
    }

    /**
     * A sentence for each such successor.
     *
     * @param successors by the ARS of the Kommune that ends; who is not in the file is passed over
     */
    public List<String> at(RegisterChanges changes, RegisterFile file, Map<String, String> successors) {
        Map<String, String> names = file.displayNames();
        Map<String, Integer> moving = new TreeMap<>();
        changes.endings().stream()
                .filter(ending -> names.containsKey(successors.getOrDefault(ending.ars(), "")))
                .forEach(ending -> moving.merge(successors.get(ending.ars()), ending.placesUsed(), Integer::sum));
        Set<String> asked = new TreeSet<>(moving.keySet());
        changes.endings().forEach(ending -> asked.add(ending.ars()));
        Map<String, PlaceCounts.Count> counts = places.count(asked);
        int most = counts.values().stream()
                .mapToInt(PlaceCounts.Count::total)
                .max()
                .orElse(0);
        return moving.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue() + used(counts.get(entry.getKey()))))
                .filter(entry -> entry.getValue() > most)
                .map(entry -> Messages.text(
                        "register.crowd",
                        "kommune",
                        names.get(entry.getKey()),
                        "total",
                        most,
                        "used",
                        entry.getValue()))
                .toList();
    }

    private static int used(PlaceCounts.Count own) {
        return own == null ? 0 : own.used();
    }
}
