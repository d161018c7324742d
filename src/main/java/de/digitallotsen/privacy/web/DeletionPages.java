package de.digitallotsen.privacy.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import de.digitallotsen.privacy.DeleteDue;
import de.digitallotsen.privacy.Deletions;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** What is due to be deleted, and the proofs of what was (R27). */
@Path("/loeschungen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class DeletionPages {

    private final Deletions deletions;
    private final DeleteDue delete;
    private final CurrentUser user;
    private final Clock clock;

    DeletionPages(Deletions deletions, DeleteDue delete, CurrentUser user, Clock clock) {
        this.deletions = deletions;
        this.delete = delete;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "privacy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DeletionsPage(
            Instant at,
            List<Deletions.Due> due,
            long dueToday,
            int soon,
            List<Deletions.Proof> proofs,
            Pager pager,
            Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@QueryParam("page") String page) {
        return show(Params.page(page, null), Form.of());
    }

    private DeletionsPage show(Page.Request page, Form form) {
        Page<Deletions.Proof> proofs = deletions.proofs(user.actor(), page);
        List<Deletions.Due> due = deletions.due(user.actor());
        return new DeletionsPage(
                clock.instant(),
                due,
                due.stream().mapToLong(Deletions.Due::today).sum(),
                Deletions.SOON,
                proofs.items(),
                Pager.of(proofs),
                form);
    }

    /** The proofs as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list() {
        return DeletionTable.of(
                deletions.proofs(user.actor(), Page.Request.everything()).items());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response deleteNow(MultivaluedMap<String, String> fields) {
        return Form.sent(fields)
                .submit(
                        () -> {
                            delete.now(user.actor());
                            return Link.to(DeletionPages.class).saying("geloescht");
                        },
                        form -> show(Params.page(null, null), form));
    }
}
