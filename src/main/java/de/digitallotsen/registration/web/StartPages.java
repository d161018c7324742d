package de.digitallotsen.registration.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.kommune.PlaceCounts;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarPhase;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.TaskSource;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.SignedIn;
import de.digitallotsen.shared.web.TaskLine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The start page of each group: what matters today. */
@Path("/start")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class StartPages {

    private static final int DATES_SHOWN = 6;
    /** So many days before the deadline few registrations are worth a look. */
    private static final int DAYS_BEFORE_DEADLINE = 28;

    private static final int DAYS_BEFORE_DECISION = 7;

    private final SeminarSearch seminars;
    private final RegistrationSearch registrations;
    private final PlaceCounts places;
    private final Now now;

    StartPages(SeminarSearch seminars, RegistrationSearch registrations, PlaceCounts places, Now now) {
        this.seminars = seminars;
        this.registrations = registrations;
        this.places = places;
        this.now = now;
    }

    /** Who asks, and when, and what other features have for them to do. */
    @jakarta.inject.Singleton
    static class Now {
        private final CurrentUser user;
        private final Clock clock;
        private final Instance<TaskSource> sources;

        Now(CurrentUser user, Clock clock, @Any Instance<TaskSource> sources) {
            this.user = user;
            this.clock = clock;
            this.sources = sources;
        }
    }

    /** The places of one's own Kommune. */
    public record Places(String kommune, int total, int used, int free) {}

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record KommuneStartPage(Places places, List<RegistrationLine> people, List<SeminarLine> dates)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NsiStartPage(List<TaskLine> tasks, List<SeminarLine> dates) implements TemplateInstance {}

    @GET
    public Response start() {
        SignedIn signedIn = now.user.signedIn().orElseThrow();
        return switch (signedIn.role()) {
            case KOMMUNE -> Response.ok(kommune(signedIn)).build();
            case NSI -> Response.ok(nsi(signedIn.actor())).build();
            case MINISTRY -> Response.seeOther(URI.create("/budget")).build();
        };
    }

    private TemplateInstance kommune(SignedIn signedIn) {
        Instant instant = now.clock.instant();
        PlaceCounts.Count count = places.count(List.of(signedIn.kommuneArs()))
                .getOrDefault(signedIn.kommuneArs(), new PlaceCounts.Count(0, 0));
        List<RegistrationLine> people = registrations
                .find(
                        signedIn.actor(),
                        RegistrationSearch.Filter.all(),
                        RegistrationSearch.Order.NEWEST,
                        new Page.Request(0, 20))
                .items()
                .stream()
                .map(view -> RegistrationLine.of(view, instant))
                .filter(RegistrationLine::isLive)
                .toList();
        SeminarSearch.Filter free = new SeminarSearch.Filter(
                SystemClock.today(now.clock), null, true, null, List.of(SeminarStatus.PUBLISHED));
        return new KommuneStartPage(
                new Places(signedIn.kommuneName(), count.total(), count.used(), count.free()),
                people,
                lines(Actor.anonymous(), free, DATES_SHOWN));
    }

    private List<SeminarLine> lines(Actor actor, SeminarSearch.Filter filter, int most) {
        return seminars.find(actor, filter, new Page.Request(0, most)).items().stream()
                .map(SeminarLine::of)
                .toList();
    }

    private TemplateInstance nsi(Actor actor) {
        LocalDate today = SystemClock.today(now.clock);
        List<SeminarLine> upcoming = lines(
                actor,
                new SeminarSearch.Filter(
                        today, null, false, null, List.of(SeminarStatus.PUBLISHED, SeminarStatus.DRAFT)),
                100);
        List<TaskLine> tasks = new ArrayList<>(TaskLine.of(actor, now.sources));
        lines(
                        actor,
                        new SeminarSearch.Filter(
                                null, today.minusDays(1), false, null, List.of(SeminarStatus.PUBLISHED)),
                        100)
                .stream()
                .filter(s -> s.phase() == SeminarPhase.HELD)
                .forEach(s -> tasks.add(task(
                        "task.attendance", s, "/seminare/" + s.id() + "/teilnahme", "Teilnahme erfassen", "danger")));
        upcoming.forEach(s -> addTasks(tasks, s));
        return new NsiStartPage(
                tasks,
                upcoming.stream()
                        .filter(s -> s.phase() != SeminarPhase.DRAFT)
                        .limit(DATES_SHOWN)
                        .toList());
    }

    private void addTasks(List<TaskLine> tasks, SeminarLine s) {
        String people = "/seminare/" + s.id() + "/teilnehmende";
        boolean deadlineNear = s.phase() == SeminarPhase.OPEN
                && s.closesAt().isBefore(now.clock.instant().plus(java.time.Duration.ofDays(DAYS_BEFORE_DEADLINE)));
        if (s.phase() == SeminarPhase.DRAFT) {
            tasks.add(task("task.draft", s, "/seminare/" + s.id(), "Entwurf ansehen", "info"));
        } else if (s.isBelowMinimum()
                && !s.minimum()
                        .decisionDay()
                        .isAfter(SystemClock.today(now.clock).plusDays(DAYS_BEFORE_DECISION))) {
            tasks.add(task("task.minimum", s, "/seminare/" + s.id(), "Entscheiden", "danger"));
        } else if (s.phase() == SeminarPhase.REGISTRATION_ENDED && s.waiting() > 0 && s.seatsFree() > 0) {
            tasks.add(task("task.promote", s, people, "Nachrücken lassen", "warning"));
        } else if (s.waiting() > 0) {
            tasks.add(task("task.waiting", s, people, "Warteliste ansehen", "warning"));
        } else if (s.phase() == SeminarPhase.OPEN && s.seatsFree() * 10 <= s.capacity()) {
            tasks.add(task("task.nearly-full", s, people, "Teilnehmende ansehen", "info"));
        } else if (deadlineNear && s.seatsTaken() * 2 < s.capacity()) {
            tasks.add(task("task.nearly-empty", s, people, "Teilnehmende ansehen", "warning"));
        }
    }

    private static TaskLine task(String key, SeminarLine s, String href, String link, String kind) {
        return new TaskLine(
                Messages.text(
                        key,
                        "when",
                        s.when(),
                        "venue",
                        s.venue(),
                        "free",
                        s.seatsFree(),
                        "taken",
                        s.seatsTaken(),
                        "capacity",
                        s.capacity(),
                        "waiting",
                        s.waiting(),
                        "closesAt",
                        s.closesAt(),
                        "least",
                        s.minimum() == null ? 0 : s.minimum().participants(),
                        "decisionDay",
                        s.minimum() == null ? "" : German.date(s.minimum().decisionDay())),
                href,
                link,
                kind);
    }
}
