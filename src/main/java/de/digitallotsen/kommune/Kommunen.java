package de.digitallotsen.kommune;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The register's rows. */
@ApplicationScoped
public class Kommunen implements PanacheRepositoryBase<Kommune, String> {

    /** @throws RefusedException NOT_FOUND if no Kommune has this ARS */
    public Kommune require(String ars) {
        return findByIdOptional(ars).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }

    /** How the Kommune is called; null stays null. */
    public String displayName(String ars) {
        return ars == null ? null : require(ars).displayName();
    }

    /** Number of Kommunen that may register people on that day (R1). */
    public long countEligible(LocalDate day) {
        List<KommuneType> types = Arrays.stream(KommuneType.values())
                .filter(KommuneType::isEligible)
                .toList();
        return count(
                "type in :types and validFrom <= :day and (validTo is null or validTo >= :day)",
                Map.of("types", types, "day", day));
    }

    /** Lets one import after the other at the register: a write, because only writes are locks on a cluster. */
    void lockRegister() {
        getEntityManager()
                .createNativeQuery("update kommune set valid_from = valid_from order by ars limit 1")
                .executeUpdate();
    }
}
