package de.digitallotsen.seminar.web;

import java.util.Optional;

import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.PreviewChange;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CheckedActs;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.LostRace;
import de.digitallotsen.shared.web.Params;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * The NSI changes a seminar: the form, then what the change does to whom, then the final click (R29). A draft of which
 * nobody knows, without anything to look at twice, is saved at once.
 */
@Path("/seminare/{id}/bearbeiten")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(Role.NSI_NAME)
public class ChangePages {

    private static final String SEMINAR = "/seminare/{id}";
    private static final String CHECK = "/seminare/{id}/bearbeiten/pruefen/{entry}";

    private final SeminarSearch search;
    private final CurrentUser user;
    private final ChangeSeminar change;
    private final PreviewChange preview;
    private final CheckedActs acts;

    ChangePages(SeminarSearch search, CurrentUser user, ChangeSeminar change, PreviewChange preview, CheckedActs acts) {
        this.search = search;
        this.user = user;
        this.change = change;
        this.preview = preview;
        this.acts = acts;
    }

    /** @param entry what was typed before and is to be changed once more; null for the seminar as it stands */
    @GET
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("eingaben") String entry) {
        Seminar seminar = seminar(id);
        Optional<Form> typed = entry == null ? Optional.empty() : acts.typed(entry);
        return SeminarFormPage.of(seminar, typed.orElseGet(() -> formOf(seminar)));
    }

    private Seminar seminar(String id) {
        return search.require(user.actor(), Params.id(id)).seminar();
    }

    private static Form formOf(Seminar seminar) {
        return SeminarForm.of(seminar.asPlan())
                .with("version", String.valueOf(seminar.version()))
                .remembering();
    }

    @POST
    public Response send(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        Seminar seminar = seminar(id);
        if (form.onlyShow()) {
            return Response.ok(SeminarFormPage.of(seminar, form.with(Form.SHOW_AGAIN, "")))
                    .build();
        }
        return answer(seminar, form, () -> {
            PreviewChange.Wanted wanted = wanted(seminar, form);
            PreviewChange.Outlook outlook = preview.of(user.actor(), wanted);
            if (outlook.isNothing()) {
                return Link.to(SEMINAR, seminar.id()).saying("termin-unveraendert");
            }
            boolean toLookAt =
                    !outlook.holidays().isEmpty() || !outlook.pastDays().isEmpty();
            if (seminar.status() == SeminarStatus.PUBLISHED || toLookAt) {
                return Link.to(CHECK, seminar.id(), acts.keep(form));
            }
            handle(wanted);
            return Link.to(SEMINAR, seminar.id()).saying("termin-geaendert");
        });
    }

    private PreviewChange.Wanted wanted(Seminar seminar, Form form) {
        return new PreviewChange.Wanted(
                seminar.id(),
                Params.integer("version", form.value("version")),
                SeminarForm.read(form, seminar.asPlan()),
                form.value("message"));
    }

    private void handle(PreviewChange.Wanted wanted) {
        change.handle(user.actor(), wanted.seminarId(), wanted.version(), wanted.draft(), wanted.message());
    }

    /** Whatever is wrong with the form is shown in the form. */
    private Response answer(Seminar seminar, Form form, java.util.function.Supplier<Link> act) {
        try {
            return act.get().seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(SeminarFormPage.of(seminar, SeminarForm.wrong(form, invalid)))
                    .build();
        } catch (RefusedException refused) {
            return refused(form, refused, seminar.id());
        }
    }

    private Response refused(Form form, RefusedException refused, long seminarId) {
        Seminar now = search.require(user.actor(), seminarId).seminar();
        Form again = refused.refusal() == AccessRefusal.STALE
                ? LostRace.of(form, formOf(now), refused, SeminarForm.labels())
                : form.refused(refused);
        return Response.status(refused.refusal().status())
                .entity(SeminarFormPage.of(now, again))
                .build();
    }

    @GET
    @Path("/pruefen/{entry}")
    public Response check(@PathParam("id") String id, @PathParam("entry") String entry) {
        Optional<Form> typed = acts.typed(entry);
        return typed.isEmpty()
                ? CheckedActs.result(entry).seeOther()
                : checkOf(seminar(id), typed.get(), entry, Form.of(), 200);
    }

    /** The check page; or the form, where what was typed cannot be done any more. */
    private Response checkOf(Seminar seminar, Form typed, String entry, Form click, int status) {
        try {
            PreviewChange.Outlook outlook = preview.of(user.actor(), wanted(seminar, typed));
            Check check = ChangeCheck.of(
                    seminar.status() == SeminarStatus.PUBLISHED,
                    outlook,
                    SeminarForm.read(typed, seminar.asPlan()),
                    Link.to(SEMINAR + "/bearbeiten", seminar.id())
                            .with("eingaben", entry)
                            .address());
            return Response.status(status).entity(check.page(click)).build();
        } catch (RefusedException refused) {
            return refused(typed, refused, seminar.id());
        }
    }

    @POST
    @Path("/pruefen/{entry}")
    public Response save(
            @PathParam("id") String id, @PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        Form click = Form.sent(fields);
        Optional<Form> typed = acts.typed(entry);
        if (typed.isEmpty()) {
            return CheckedActs.result(entry).seeOther();
        }
        Seminar seminar = seminar(id);
        if (click.onlyShow() || click.value(Check.EXPECT).isEmpty()) {
            return checkOf(seminar, typed.get(), entry, Form.of(), 200);
        }
        try {
            PreviewChange.Wanted wanted = wanted(seminar, typed.get());
            CheckedActs.Deed deed = new CheckedActs.Deed(
                    Messages.text("done.termin-geaendert"),
                    Link.to(SEMINAR, seminar.id()).address(),
                    Messages.text("next.seminar"),
                    true);
            return acts.act(entry, click, deed, () -> {
                        handle(wanted);
                        return null;
                    })
                    .seeOther();
        } catch (RefusedException refused) {
            return refused.refusal() == de.digitallotsen.shared.PreviewRefusal.CHANGED_SINCE_PREVIEW
                    ? checkOf(seminar, typed.get(), entry, click.refused(refused), 409)
                    : refused(typed.get(), refused, seminar.id());
        }
    }
}
