package de.digitallotsen.registration.web;

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
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.TaskSource;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Link;
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

    private final SeminarSearch seminars;
    private final RegistrationSearch registrations;
    private final PlaceCounts places;
    private final Instance<TaskSource> sources;
    private final CurrentUser user;
    private final Clock clock;

    StartPages(
            SeminarSearch seminars,
            RegistrationSearch registrations,
            PlaceCounts places,
            @Any Instance<TaskSource> sources,
            CurrentUser user,
            Clock clock) {
        this.seminars = seminars;
        this.registrations = registrations;
        this.places = places;
        this.sources = sources;
        this.user = user;
        this.clock = clock;
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
        SignedIn signedIn = user.signedIn().orElseThrow();
        return switch (signedIn.role()) {
            case KOMMUNE -> Response.ok(kommune(signedIn)).build();
            case NSI -> Response.ok(nsi(signedIn.actor())).build();
            case MINISTRY, AUDITOR -> Link.to("/budget").seeOther();
        };
    }

    private TemplateInstance kommune(SignedIn signedIn) {
        Instant instant = clock.instant();
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
        SeminarSearch.Filter free =
                new SeminarSearch.Filter(SystemClock.today(clock), null, true, null, List.of(SeminarStatus.PUBLISHED));
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
        LocalDate today = SystemClock.today(clock);
        List<SeminarLine> upcoming = lines(
                actor,
                new SeminarSearch.Filter(
                        today, null, false, null, List.of(SeminarStatus.PUBLISHED, SeminarStatus.DRAFT)),
                100);
        List<TaskLine> tasks = new ArrayList<>(TaskLine.of(actor, sources));
        lines(
                        actor,
                        new SeminarSearch.Filter(
                                null, today.minusDays(1), false, null, List.of(SeminarStatus.PUBLISHED)),
                        100)
                .stream()
                .filter(s -> s.phase() == SeminarPhase.HELD)
                .forEach(s -> tasks.add(SeminarTasks.ofHeld(s)));
        upcoming.forEach(s -> SeminarTasks.ofUpcoming(s, clock.instant()).ifPresent(tasks::add));
        return new NsiStartPage(
                tasks,
                upcoming.stream()
                        .filter(s -> s.phase() != SeminarPhase.DRAFT)
                        .limit(DATES_SHOWN)
                        .toList());
    }
}
