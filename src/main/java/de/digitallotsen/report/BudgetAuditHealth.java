package de.digitallotsen.report;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Says on {@code /q/health/well} whether the books are right. Not part of readiness: wrong books call for a person, and
 * turning the portal off would help nobody.
 */
@Wellness
@ApplicationScoped
class BudgetAuditHealth implements HealthCheck {

    private final BudgetAudit audit;

    BudgetAuditHealth(BudgetAudit audit) {
        this.audit = audit;
    }

    @Override
    public HealthCheckResponse call() {
        BudgetAudit.Result result = audit.run();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("Prüfung der Mittel und Plätze").status(result.consistent());
        result.checks().stream()
                .filter(check -> !check.ok())
                .forEach(check -> response.withData(
                        check.name(), "erwartet " + check.expected() + ", gefunden " + check.actual()));
        return response.build();
    }
}
