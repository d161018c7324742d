package de.digitallotsen.seminar.web;

import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.PreviewSeminarChange;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CheckedActs;
import de.digitallotsen.shared.web.CheckedForm;
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
    private final PreviewSeminarChange preview;
    private final CheckedActs acts;

    ChangePages(
            SeminarSearch search,
            CurrentUser user,
            ChangeSeminar change,
            PreviewSeminarChange preview,
            CheckedActs acts) {
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
        return SeminarFormPage.of(seminar, acts.typedOr(entry, () -> formOf(seminar)));
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
        return form.onlyShow() ? checked(seminar).sent(form, null) : answer(seminar, form);
    }

    /** A change that nobody has to look at twice is made at once; one that is none is not made at all. */
    private Response answer(Seminar seminar, Form form) {
        return Form.answering(
                () -> {
                    PreviewSeminarChange.Outlook outlook = preview.of(user.actor(), wanted(seminar, form));
                    if (outlook.isNothing()) {
                        return Link.to(SEMINAR, seminar.id()).saying("termin-unveraendert");
                    }
                    boolean toLookAt =
                            !outlook.holidays().isEmpty() || !outlook.pastDays().isEmpty();
                    if (seminar.status() == SeminarStatus.PUBLISHED || toLookAt) {
                        return Link.to(CHECK, seminar.id(), acts.keep(form));
                    }
                    act(seminar, form);
                    return Link.to(SEMINAR, seminar.id()).saying("termin-geaendert");
                },
                invalid -> SeminarFormPage.of(seminar, SeminarForm.wrong(form, invalid)),
                refused -> page(again(seminar.id(), form, refused), seminar.id()));
    }

    private SeminarFormPage page(Form form, long seminarId) {
        return SeminarFormPage.of(search.require(user.actor(), seminarId).seminar(), form);
    }

    /** After a lost race, what the other one changed (R31). */
    private Form again(long seminarId, Form form, RefusedException refused) {
        return refused.refusal() == AccessRefusal.STALE
                ? LostRace.of(
                        form, formOf(search.require(user.actor(), seminarId).seminar()), refused, SeminarForm.labels())
                : form.refused(refused);
    }

    private PreviewSeminarChange.Wanted wanted(Seminar seminar, Form form) {
        return new PreviewSeminarChange.Wanted(
                seminar.id(),
                Params.integer("version", form.value("version")),
                SeminarForm.read(form, seminar.asPlan()),
                form.value("message"));
    }

    private void act(Seminar seminar, Form form) {
        PreviewSeminarChange.Wanted wanted = wanted(seminar, form);
        change.handle(user.actor(), wanted.seminarId(), wanted.version(), wanted.draft(), wanted.message());
    }

    private CheckedForm checked(Seminar seminar) {
        return new CheckedForm(
                acts,
                (typed, token) -> check(seminar, typed, token),
                typed -> act(seminar, typed),
                typed -> page(typed, seminar.id()),
                (typed, refused) -> again(seminar.id(), typed, refused),
                CheckedActs.Deed.of("termin-geaendert", Link.to(SEMINAR, seminar.id()), "seminar"));
    }

    private Check check(Seminar seminar, Form typed, String token) {
        PreviewSeminarChange.Outlook outlook = preview.of(user.actor(), wanted(seminar, typed));
        return ChangeCheck.of(
                seminar.status() == SeminarStatus.PUBLISHED,
                outlook,
                SeminarForm.read(typed, seminar.asPlan()),
                Link.to("/seminare/{id}/bearbeiten", seminar.id())
                        .with("eingaben", token)
                        .address());
    }

    @GET
    @Path("/pruefen/{entry}")
    public Response check(@PathParam("id") String id, @PathParam("entry") String entry) {
        return checked(seminar(id)).checked(entry);
    }

    @POST
    @Path("/pruefen/{entry}")
    public Response save(
            @PathParam("id") String id, @PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return checked(seminar(id)).confirmed(entry, Form.sent(fields));
    }
}
