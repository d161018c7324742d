package de.digitallotsen.notification;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says how many mails wait or failed: as metrics, and as figures on {@code /q/health/well}, which is never red for
 * them. A mail server that is down is no reason to turn the portal off.
 */
@Startup
@Wellness
@ApplicationScoped
public class MailMetrics implements HealthCheck {

    private final MailSearch mails;
    private final MailSettings settings;

    MailMetrics(MailSearch mails, MailSettings settings, MeterRegistry metrics) {
        this.mails = mails;
        this.settings = settings;
        gauge(metrics, "digitallotsen.mail.pending", "Mails that wait to be sent", MailSearch.Backlog::pending);
        gauge(metrics, "digitallotsen.mail.failed", "Mails that were given up", MailSearch.Backlog::failed);
        gauge(
                metrics,
                "digitallotsen.mail.occasions",
                "Occasions whose mails are still to be composed",
                MailSearch.Backlog::occasions);
        gauge(
                metrics,
                "digitallotsen.mail.oldest.seconds",
                "Age of the oldest occasion or mail that waits",
                backlog -> backlog.oldest().toSeconds());
    }

    private void gauge(
            MeterRegistry metrics, String name, String description, ToDoubleFunction<MailSearch.Backlog> figure) {
        Gauge.builder(name, () -> figure.applyAsDouble(backlog()))
                .description(description)
                .register(metrics);
    }

    @Transactional
    MailSearch.Backlog backlog() {
        return mails.backlog();
    }

    @Override
    public HealthCheckResponse call() {
        MailSearch.Backlog backlog = backlog();
        return HealthCheckResponse.named("E-Mails")
                .up()
                .withData("Mailserver eingestellt", settings.canSend())
                .withData("warten", backlog.pending())
                .withData("fehlgeschlagen", backlog.failed())
                .withData("noch nicht geschrieben", backlog.occasions())
                .build();
    }
}
