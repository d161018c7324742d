package de.digitallotsen.claim.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import de.digitallotsen.claim.Claim;
import de.digitallotsen.claim.ClaimHistory;
import de.digitallotsen.claim.ClaimLine;
import de.digitallotsen.claim.ClaimPayment;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.claim.ClaimSheets;
import de.digitallotsen.claim.ClaimStatus;
import de.digitallotsen.claim.Recipient;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.LostRace;
import de.digitallotsen.shared.web.Params;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** One claim as its page shows it: also when what was asked for there is refused. */
@Singleton
class ClaimDetail {

    private final ClaimSearch search;
    private final Recipient recipient;
    private final CurrentUser user;

    ClaimDetail(ClaimSearch search, Recipient recipient, CurrentUser user) {
        this.search = search;
        this.recipient = recipient;
        this.user = user;
    }

    /**
     * The claim; amounts in cents.
     *
     * @param at when its amounts were taken
     * @param remark why it was sent back, as long as it waits for the NSI because of it; null otherwise
     * @param paid when and under which Kassenzeichen, in words; empty unless it is paid
     */
    public record Facts(
            long id,
            String number,
            String period,
            ClaimMark mark,
            long amountCents,
            long grantedCents,
            long drawnCents,
            Instant at,
            Instant returnedAt,
            String remark,
            String paid) {
        static Facts of(Claim c, ClaimPayment payment) {
            return new Facts(
                    c.id(),
                    c.number(),
                    c.period().name(),
                    ClaimMark.of(c.status()),
                    c.amountCents(),
                    c.grantedCents(),
                    c.drawnCents(),
                    c.submittedAt() == null ? c.preparedAt() : c.submittedAt(),
                    c.returnedAt(),
                    c.status() == ClaimStatus.RETURNED ? c.remark() : null,
                    ClaimSheets.paid(payment));
        }

        /** What is left of the grant after this claim. */
        public long leftCents() {
            return grantedCents - drawnCents - amountCents;
        }
    }

    /**
     * What the one who looks may do now.
     *
     * @param notSubmittable which settings are missing before, or null
     * @param notApprovable why somebody else has to approve it, or null
     * @param notPayable why somebody else has to mark it paid, or null
     */
    public record Ways(
            boolean submit,
            String notSubmittable,
            boolean check,
            String notApprovable,
            boolean pay,
            String notPayable) {
        static Ways of(Actor actor, Claim claim, Recipient recipient) {
            ClaimStatus status = claim.status();
            boolean open = status == ClaimStatus.DRAFT || status == ClaimStatus.RETURNED;
            return new Ways(
                    actor.is(Role.NSI) && open,
                    recipient.refusalToSubmit().map(RefusedException::text).orElse(null),
                    actor.is(Role.MINISTRY) && status == ClaimStatus.SUBMITTED,
                    claim.refusalToApprove(actor).map(RefusedException::text).orElse(null),
                    actor.is(Role.MINISTRY) && status == ClaimStatus.APPROVED,
                    claim.refusalToPay(actor).map(RefusedException::text).orElse(null));
        }
    }

    /** One act, in words; the remark is empty where there is none. */
    public record Act(Instant at, String text, String by, String remark) {
        static Act of(ClaimHistory.Line line) {
            return new Act(
                    line.at(), Messages.label(line.act()), line.by(), line.remark() == null ? "" : line.remark());
        }
    }

    /** One line: reference and Kommune, no person; fee and the Land's share of it in cents. */
    public record Line(
            Instant at,
            String reference,
            String kommune,
            String seminar,
            String type,
            long feeCents,
            long amountCents) {
        static Line of(ClaimLine.View v) {
            return new Line(
                    v.bookedAt(),
                    v.reference(),
                    v.kommune(),
                    Messages.text("claim.seminar", "title", v.seminar(), "firstDay", v.firstDay()),
                    Messages.label(v.type()),
                    v.feeCents(),
                    v.amountCents());
        }
    }

    @CheckedTemplate(basePath = "claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DetailPage(Facts claim, Ways ways, List<Act> history, Lines lines, List<SeminarChoice> seminars, Form form)
            implements TemplateInstance {}

    /** The lines with their sums in cents. */
    public record Lines(List<Line> rows, long feeCents, long amountCents) {
        static Lines of(List<ClaimLine.View> lines) {
            return new Lines(
                    lines.stream().map(Line::of).toList(),
                    lines.stream().mapToLong(ClaimLine.View::feeCents).sum(),
                    lines.stream().mapToLong(ClaimLine.View::amountCents).sum());
        }
    }

    DetailPage page(long id, Form form) {
        Claim claim = search.require(user.actor(), id);
        List<ClaimLine.View> lines = search.lines(claim);
        Ways ways = Ways.of(user.actor(), claim, recipient);
        List<SeminarChoice> seminars = ways.submit() ? choices(claim, lines) : List.of();
        boolean typed = form.ticked("version");
        return new DetailPage(
                Facts.of(claim, search.payment(claim)),
                ways,
                search.history(claim).stream().map(Act::of).toList(),
                Lines.of(lines),
                seminars.stream()
                        .map(choice -> typed ? choice.ticked(form.ticked(choice.field())) : choice)
                        .toList(),
                typed ? form : asItStands(claim, seminars).over(form));
    }

    private List<SeminarChoice> choices(Claim claim, List<ClaimLine.View> lines) {
        return SeminarChoice.of(
                search.open(user.actor(), claim.period().id(), claim),
                lines.stream().map(ClaimLine.View::seminarId).toList());
    }

    /** A tick for each seminar that is in it; what was shown is remembered (R31). */
    private static Form asItStands(Claim claim, List<SeminarChoice> seminars) {
        Form form = Form.of("version", String.valueOf(claim.version()));
        for (SeminarChoice choice : seminars) {
            if (choice.chosen()) {
                form = form.with(choice.field(), "ja");
            }
        }
        return form.remembering();
    }

    /** After a lost race, which seminars the other one took in or left out (R31). */
    Form again(long id, Form form, RefusedException refused) {
        if (refused.refusal() != AccessRefusal.STALE) {
            return form.refused(refused);
        }
        Claim claim = search.require(user.actor(), id);
        List<SeminarChoice> seminars = choices(claim, search.lines(claim));
        Map<String, String> labels = new LinkedHashMap<>();
        seminars.forEach(choice -> labels.put(
                choice.field(),
                Messages.text("claim.seminar", "title", choice.title(), "firstDay", choice.firstDay())));
        return LostRace.of(form, asItStands(claim, seminars), refused, labels, ClaimDetail::inWords);
    }

    private static String inWords(String ticked) {
        return ticked.isEmpty() ? Messages.text("claim.left-out") : Messages.text("claim.taken-in");
    }

    /**
     * Does what a button asks for and shows the claim again.
     *
     * @param act gets the id of the claim
     * @param done the key of the sentence that says so
     */
    Response act(String id, Form form, LongConsumer act, String done) {
        long claim = Params.id(id);
        return form.submit(
                () -> {
                    act.accept(claim);
                    return Link.to(ClaimDetailPages.class, claim).saying(done);
                },
                again -> page(claim, again));
    }
}
