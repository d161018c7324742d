package de.digitallotsen.audit;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Says on {@code /q/health/well} whether the audit trail is as it was sealed. */
@Wellness
@ApplicationScoped
class AuditChainHealth implements HealthCheck {

    private final AuditChain chain;

    AuditChainHealth(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public HealthCheckResponse call() {
        AuditChain.Result result = chain.check();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Siegelkette des Protokolls")
                .status(result.intact())
                .withData("Siegel", result.seals())
                .withData("Einträge", result.sealed());
        result.breaks()
                .forEach(broken -> response.withData(
                        "Einträge " + broken.fromNumber() + " bis " + broken.toNumber(),
                        "versiegelt " + broken.sealed() + ", gefunden " + broken.entries()));
        return response.withData("überfällig", result.overdue()).build();
    }
}
