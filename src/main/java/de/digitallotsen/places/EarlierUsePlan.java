package de.digitallotsen.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.shared.Messages;

/** What a file about earlier use changes, worked out line by line on the places as they stand. */
final class EarlierUsePlan {

    private final Map<String, Kommune> kommunen;
    private final Map<String, List<Places.PlaceUse>> uses;
    private final int placesPerKommune;
    private final LocalDate today;
    private final Map<String, Integer> free = new HashMap<>();
    private final List<ImportEarlierUse.Row> changes = new ArrayList<>();
    private final List<ImportEarlierUse.RejectedLine> rejected = new ArrayList<>();
    private int unchanged;

    /** @param uses places by ARS; a Kommune that is missing has all of them free */
    EarlierUsePlan(
            Map<String, Kommune> kommunen,
            Map<String, List<Places.PlaceUse>> uses,
            int placesPerKommune,
            LocalDate today) {
        this.kommunen = kommunen;
        this.uses = uses;
        this.placesPerKommune = placesPerKommune;
        this.today = today;
    }

    void add(EarlierUseFile.Line line) {
        Kommune kommune = kommunen.get(line.ars());
        if (kommune == null) {
            reject(line, Messages.text("earlier-use.unknown", "ars", line.ars()));
        } else if (!kommune.eligibilityOn(today).eligible()) {
            reject(line, Messages.text("earlier-use.not-eligible", "kommune", kommune.displayName()));
        } else {
            compare(line, kommune);
        }
    }

    private void compare(EarlierUseFile.Line line, Kommune kommune) {
        List<Places.PlaceUse> places = uses.getOrDefault(line.ars(), List.of());
        List<String> noted = places.stream()
                .filter(place -> place.isOf(line.period()))
                .map(Places.PlaceUse::earlierUse)
                .toList();
        int was = noted.size();
        int left = free.computeIfAbsent(
                line.ars(),
                none -> placesPerKommune
                        - (int) places.stream().filter(place -> !place.free()).count());
        int more = line.places() - was;
        if (more > left) {
            long taken =
                    places.stream().filter(place -> place.takenBy() != null).count();
            reject(
                    line,
                    Messages.text(
                            "earlier-use.too-many",
                            "kommune",
                            kommune.displayName(),
                            "wanted",
                            line.places(),
                            "free",
                            left,
                            "total",
                            placesPerKommune,
                            "taken",
                            taken));
        } else if (more == 0) {
            unchanged++;
        } else {
            free.put(line.ars(), left - more);
            // As it is written there already, so that one period keeps one name.
            String period = noted.isEmpty() ? line.period() : noted.get(0);
            changes.add(new ImportEarlierUse.Row(line.ars(), kommune.displayName(), period, was, line.places()));
        }
    }

    private void reject(EarlierUseFile.Line line, String reason) {
        rejected.add(new ImportEarlierUse.RejectedLine(line.number(), reason));
    }

    List<ImportEarlierUse.Row> changes() {
        return List.copyOf(changes);
    }

    int unchanged() {
        return unchanged;
    }

    List<ImportEarlierUse.RejectedLine> rejected() {
        return List.copyOf(rejected);
    }
}
