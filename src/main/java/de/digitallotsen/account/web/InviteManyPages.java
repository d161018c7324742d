package de.digitallotsen.account.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.account.InvitationList;
import de.digitallotsen.account.InvitationPlan;
import de.digitallotsen.account.InvitationPlan.InvitationOutcome;
import de.digitallotsen.account.InviteMany;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SheetReader;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Table;
import de.digitallotsen.shared.web.Uploaded;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * The NSI invites many Kommunen at once: the list, at an address of its own a preview with an answer to every line,
 * then one click.
 */
@Path("/zugaenge/einladen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class InviteManyPages {

    private static final String AGAIN = "erneut";
    private static final String LIST = "list";
    private static final String EXPECTED = "erwartet";
    /** What fits into one field of a form, hidden from one page to the next. */
    private static final int LONGEST = 60_000;

    private final SheetReader sheets;
    private final InvitationPlan plan;
    private final InviteMany invite;
    private final KommuneChoices kommunen;
    private final KeptEntries entries;
    private final CurrentUser user;
    private final Visitor visitor;

    InviteManyPages(
            SheetReader sheets,
            InvitationPlan plan,
            InviteMany invite,
            KommuneChoices kommunen,
            KeptEntries entries,
            CurrentUser user,
            Visitor visitor) {
        this.sheets = sheets;
        this.plan = plan;
        this.invite = invite;
        this.kommunen = kommunen;
        this.entries = entries;
        this.user = user;
        this.visitor = visitor;
    }

    /** How many lines there are of a kind. */
    public record Count(String what, long lines) {}

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InviteManyPage(Form form) implements TemplateInstance {}

    /**
     * @param wanted how many would be invited
     * @param notes what has to be known about the file
     */
    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InviteManyPreviewPage(
            List<InvitationRow> rows, List<Count> counts, int wanted, List<String> notes, Form form)
            implements TemplateInstance {}

    /** @param mailed false where the links have to be passed on by hand */
    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InviteManyResultPage(List<InvitationRow> rows, boolean mailed) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new InviteManyPage(Form.of());
    }

    /** Every Kommune that may register people, for the addresses to be filled in. */
    @GET
    @Path("/vorlage")
    @Produces({Table.CSV, Table.XLSX})
    public Table template() {
        return new Table(
                "einladungen-vorlage",
                "",
                List.of("Regionalschlüssel", "Kommune", "E-Mail"),
                kommunen.eligible("").stream()
                        .map(kommune -> List.<Object>of(kommune.value(), kommune.label(), ""))
                        .toList());
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response send(
            @RestForm FileUpload file,
            @RestForm(LIST) String list,
            @RestForm(AGAIN) String again,
            @RestForm(Form.KEY) String key,
            @RestForm(Form.SHOW_AGAIN) String showAgain) {
        String text = list == null ? "" : list;
        return Form.of(LIST, text, AGAIN, again, Form.SHOW_AGAIN, showAgain)
                .submit(
                        () -> {
                            byte[] content = Uploaded.bytes(file);
                            Input input = new Input();
                            input.check(content.length == 0 || text.isBlank(), LIST, "invite-many.both");
                            input.throwIfWrong();
                            Form kept = Form.of(AGAIN, again);
                            // What cannot be shown is said here, where it can be mended.
                            previewOf(content.length == 0 ? typed(text) : sheets.read(content), kept);
                            return Link.to("/zugaenge/einladen/vorschau/{entry}", keep(key, kept, content, text));
                        },
                        InviteManyPage::new);
    }

    private String keep(String key, Form form, byte[] file, String text) {
        byte[] content = file.length == 0 ? text.getBytes(StandardCharsets.UTF_8) : file;
        return entries.keep(
                user.actor(),
                key,
                form.with(LIST, Base64.getEncoder().encodeToString(content)).values());
    }

    /** What would become of each line of the list that was sent, as things stand now. */
    @GET
    @Path("/vorschau/{entry}")
    public TemplateInstance preview(@PathParam("entry") String entry) {
        Map<String, String> kept = entries.require(user.actor(), entry).typed();
        return previewOf(
                sheets.read(Base64.getDecoder().decode(kept.getOrDefault(LIST, ""))), Form.of(AGAIN, kept.get(AGAIN)));
    }

    /** What is wrong with a text is said at the text, not at the file. */
    private SheetReader.Sheet typed(String text) {
        try {
            SheetReader.Sheet sheet = sheets.read(text.getBytes(StandardCharsets.UTF_8));
            InvitationList.of(sheet);
            return sheet;
        } catch (InvalidInputException invalid) {
            throw new InvalidInputException(invalid.violations().stream()
                    .map(violation -> new Violation(LIST, violation.message()))
                    .toList());
        }
    }

    private InviteManyPreviewPage previewOf(SheetReader.Sheet sheet, Form form) {
        return previewOf(InvitationList.of(sheet), sheet.notes(), form);
    }

    private InviteManyPreviewPage previewOf(List<InvitationList.Line> lines, List<String> notes, Form form) {
        boolean again = form.ticked(AGAIN);
        InvitationPlan.Plan now = plan.of(user.actor(), lines);
        String packed = InvitationList.packed(now.toSend(again));
        Input input = new Input();
        input.check(packed.length() <= LONGEST, LIST, "invite-many.too-large");
        input.throwIfWrong();
        Map<InvitationOutcome, Long> counts = now.lines().stream()
                .collect(Collectors.groupingBy(InvitationPlan.Planned::outcome, TreeMap::new, Collectors.counting()));
        return new InviteManyPreviewPage(
                now.lines().stream().map(line -> InvitationRow.of(line, again)).toList(),
                counts.entrySet().stream()
                        .map(count -> new Count(Messages.label(count.getKey()), count.getValue()))
                        .toList(),
                now.toSend(again).size(),
                notes,
                form.with(LIST, packed).with(EXPECTED, now.fingerprint(again)));
    }

    /** The final click: whom the page showed is invited, or nobody (R29). */
    @POST
    @Path("/senden")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(MultivaluedMap<String, String> fields, RoutingContext request) {
        // Taken as it was sent: a form keeps only the beginning of so long a text.
        String packed = fields.getFirst(LIST) == null ? "" : fields.getFirst(LIST);
        Form form = Form.sent(fields).with(LIST, packed);
        List<InvitationList.Line> lines = InvitationList.unpacked(packed);
        Function<Form, TemplateInstance> preview =
                shown -> previewOf(lines, List.of(), shown.with(Form.SHOW_AGAIN, ""));
        try {
            if (form.onlyShow()) {
                return Response.ok(preview.apply(form)).build();
            }
            String portal = visitor.portal(request);
            List<InviteMany.Sent> sent = invite.handle(
                    user.actor(), new InviteMany.Command(lines, form.ticked(AGAIN), form.value(EXPECTED), portal));
            return Response.ok(new InviteManyResultPage(
                            sent.stream()
                                    .map(one -> InvitationRow.of(one, portal))
                                    .toList(),
                            sent.stream().allMatch(one -> one.invitation().mailed())))
                    .build();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new InviteManyPage(Form.of().wrong(invalid)))
                    .build();
        } catch (RefusedException refused) {
            return Response.status(refused.refusal().status())
                    .entity(preview.apply(form.refused(refused)))
                    .build();
        }
    }
}
