package de.digitallotsen.proof;

import java.util.List;
import java.util.Optional;

import de.digitallotsen.shared.German;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The versions of the financing plans. */
@ApplicationScoped
class FundingPlans implements PanacheRepository<FundingPlan> {

    /** Every version of a period, the newest first. */
    List<FundingPlan> versions(long periodId) {
        return list("periodId = ?1 order by version desc", periodId);
    }

    /** The one in force; empty if none was entered. */
    Optional<FundingPlan> inForce(long periodId) {
        return versions(periodId).stream().findFirst();
    }

    /** The one in force as a proof of use shows it, with what was changed about it; null if none was entered. */
    ProofOfUse.Plan forProof(long periodId) {
        List<FundingPlan> versions = list("periodId = ?1 order by version", periodId);
        if (versions.isEmpty()) {
            return null;
        }
        FundingPlan inForce = versions.get(versions.size() - 1);
        return new ProofOfUse.Plan(
                inForce.version(),
                inForce.decisionNumber(),
                inForce.decisionDate(),
                inForce.purpose(),
                inForce.chapterTitle(),
                inForce.rateBasisPoints(),
                inForce.years(),
                versions.stream().map(FundingPlans::version).toList());
    }

    private static ProofOfUse.PlanVersion version(FundingPlan plan) {
        return new ProofOfUse.PlanVersion(
                plan.version(),
                German.berlinDay(plan.recordedAt()),
                plan.grantCents(),
                plan.reason() == null ? "" : plan.reason());
    }
}
