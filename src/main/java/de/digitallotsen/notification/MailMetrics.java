package de.digitallotsen.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import de.digitallotsen.mail.MailSettings;
import de.digitallotsen.mail.Outbox;
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

    private final Outbox outbox;
    private final Occasions occasions;
    private final MailSettings settings;
    private final Clock clock;

    MailMetrics(Outbox outbox, Occasions occasions, MailSettings settings, Clock clock, MeterRegistry metrics) {
        this.outbox = outbox;
        this.occasions = occasions;
        this.settings = settings;
        this.clock = clock;
        gauge(metrics, "digitallotsen.mail.pending", "Mails that wait to be sent", Backlog::pending);
        gauge(metrics, "digitallotsen.mail.failed", "Mails that were given up", Backlog::failed);
        gauge(
                metrics,
                "digitallotsen.mail.occasions",
                "Occasions whose mails are still to be composed",
                Backlog::occasions);
        gauge(
                metrics,
                "digitallotsen.mail.oldest.seconds",
                "Age of the oldest occasion or mail that waits",
                backlog -> backlog.oldest().toSeconds());
    }

    /**
     * How things stand: mails that wait, mails that failed, occasions without mails yet, and since when the oldest of
     * all these has waited.
     */
    record Backlog(long pending, long failed, long occasions, Duration oldest) {}

    private void gauge(MeterRegistry metrics, String name, String description, ToDoubleFunction<Backlog> figure) {
        Gauge.builder(name, () -> figure.applyAsDouble(backlog()))
                .description(description)
                .register(metrics);
    }

    @Transactional
    Backlog backlog() {
        Outbox.Backlog mails = outbox.backlog();
        Instant now = clock.instant();
        Instant oldest = Stream.of(mails.oldest(), occasions.oldestOpen())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(now);
        return new Backlog(mails.pending(), mails.failed(), occasions.countOpen(), Duration.between(oldest, now));
    }

    @Override
    public HealthCheckResponse call() {
        Backlog backlog = backlog();
        return HealthCheckResponse.named("E-Mails")
                .up()
                .withData("Mailserver eingestellt", settings.canSend())
                .withData("warten", backlog.pending())
                .withData("fehlgeschlagen", backlog.failed())
                .withData("noch nicht geschrieben", backlog.occasions())
                .build();
    }
}
