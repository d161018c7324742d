package de.digitallotsen.seminar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import de.digitallotsen.kommune.Eligibility;
import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.KommuneSearch;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.seminar.SeminarContents;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.SystemClock;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The first page: what the programme is, the next dates with free seats, and „Kann meine Kommune teilnehmen?“. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class HomePages {

    private static final int DATES_SHOWN = 4;
    private static final int KOMMUNEN_SHOWN = 8;
    private static final int MOST_COMPARED = 200;

    private final SeminarSearch seminars;
    private final KommuneSearch search;
    private final Kommunen kommunen;
    private final SeminarContents contents;
    private final Clock clock;

    HomePages(SeminarSearch seminars, KommuneSearch search, Kommunen kommunen, SeminarContents contents, Clock clock) {
        this.seminars = seminars;
        this.search = search;
        this.kommunen = kommunen;
        this.contents = contents;
        this.clock = clock;
    }

    /** One Kommune and a plain yes or no. */
    public record Answer(String name, String type, boolean yes, String reason) {}

    /**
     * What was asked and found.
     *
     * @param asked what was typed; empty before anybody asked
     * @param error what is wrong with it, or null
     * @param more Kommunen that are not shown
     */
    public record Question(String asked, String error, List<Answer> answers, long more) {}

    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HomePage(
            List<SeminarLine> dates, Question question, long eligible, Cost cost, SeminarContents.Outline outline)
            implements TemplateInstance {}

    /**
     * What one person costs, in cents, of the dates to come.
     *
     * @param known false if there is no date
     * @param same false if dates cost different amounts: then these are the lowest
     */
    public record Cost(boolean known, boolean same, long feeCents, long subsidyCents, long ownShareCents) {
        static Cost of(List<SeminarLine> dates) {
            Comparator<SeminarLine> cheaper = Comparator.comparingLong(SeminarLine::feeCents);
            return dates.stream()
                    .min(cheaper)
                    .map(least -> new Cost(
                            true,
                            dates.stream().allMatch(date -> date.feeCents() == least.feeCents()),
                            least.feeCents(),
                            least.subsidyCents(),
                            least.ownShareCents()))
                    .orElse(new Cost(false, false, 0, 0, 0));
        }
    }

    /** The answers alone, for the page's script. */
    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HomeAnswers(Question question) implements TemplateInstance {}

    @GET
    public TemplateInstance home(@QueryParam("kommune") String asked) {
        LocalDate today = SystemClock.today(clock);
        SeminarSearch.Filter free = new SeminarSearch.Filter(today, null, true, null, List.of(SeminarStatus.PUBLISHED));
        List<SeminarLine> dates =
                seminars.find(Actor.anonymous(), free, new Page.Request(0, DATES_SHOWN)).items().stream()
                        .map(SeminarLine::of)
                        .toList();
        List<SeminarLine> coming = seminars
                .find(Actor.anonymous(), SeminarSearch.Filter.upcoming(today), new Page.Request(0, MOST_COMPARED))
                .items()
                .stream()
                .map(SeminarLine::of)
                .toList();
        return new HomePage(
                dates, answer(asked, today), kommunen.countEligible(today), Cost.of(coming), contents.outline());
    }

    @GET
    @Path("antwort")
    public TemplateInstance answers(@QueryParam("kommune") String asked) {
        return new HomeAnswers(answer(asked, SystemClock.today(clock)));
    }

    private Question answer(String asked, LocalDate today) {
        if (asked == null || asked.isBlank()) {
            return new Question("", null, List.of(), 0);
        }
        try {
            Page<Kommune> found =
                    search.find(new KommuneSearch.Filter(asked, null, null), new Page.Request(0, KOMMUNEN_SHOWN));
            return new Question(
                    asked,
                    null,
                    found.items().stream().map(k -> answer(k, today)).toList(),
                    found.total() - found.items().size());
        } catch (InvalidInputException invalid) {
            return new Question(
                    asked.length() > 200 ? asked.substring(0, 200) : asked,
                    invalid.violations().get(0).message(),
                    List.of(),
                    0);
        }
    }

    private Answer answer(Kommune kommune, LocalDate today) {
        Eligibility eligibility = kommune.eligibilityOn(today);
        String through = kommunen.displayName(eligibility.registerThroughArs());
        String key = eligibility.eligible()
                ? "eligible"
                : "not-eligible." + eligibility.code() + (through == null ? "" : ".through");
        return new Answer(
                kommune.displayName(),
                Messages.label(kommune.type()),
                eligibility.eligible(),
                Messages.text(key, "kommune", kommune.displayName(), "through", through));
    }
}
