package de.digitallotsen.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.PersonalRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Everything that ends on schedule, asked of all features. */
@ApplicationScoped
class Schedule {

    /** Last: what goes with a registration is counted by its own kind before. */
    private static final String LAST = "registrations";

    private final Instance<PersonalRecords> records;

    Schedule(Instance<PersonalRecords> records) {
        this.records = records;
    }

    /**
     * In the order in which they are deleted: what is short-lived before the accounts and people to whom it belongs.
     */
    List<Expiry> expiries() {
        return features().stream()
                .flatMap(feature -> feature.expiries().stream())
                .sorted(Comparator.<Expiry, Boolean>comparing(
                                expiry -> expiry.kind().equals(LAST))
                        .thenComparing(Expiry::rule, Comparator.reverseOrder())
                        .thenComparing(Expiry::kind))
                .toList();
    }

    Expiry expiry(String kind) {
        return expiries().stream()
                .filter(expiry -> expiry.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** All that keep something about persons, in the order in which they erase it. */
    List<PersonalRecords> features() {
        return StreamSupport.stream(records.spliterator(), false)
                .sorted(Comparator.comparing(PersonalRecords::knowsPeople))
                .toList();
    }
}
