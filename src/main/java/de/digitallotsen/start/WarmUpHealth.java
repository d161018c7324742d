package de.digitallotsen.start;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Keeps {@code /q/health/ready} down until {@link WarmUp} is done, so that a proxy sends the first rush to a warm
 * portal.
 */
@Readiness
@ApplicationScoped
class WarmUpHealth implements HealthCheck {

    private final WarmUp warmUp;

    WarmUpHealth(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Aufwärmen").status(warmUp.isDone()).build();
    }
}
