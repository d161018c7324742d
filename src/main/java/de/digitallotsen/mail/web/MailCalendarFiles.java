package de.digitallotsen.mail.web;

import de.digitallotsen.mail.MailSearch;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The calendar file of a mail. */
@Path("/mails/{mail}/termine.ics")
@Produces(MediaType.WILDCARD)
@RolesAllowed(Role.NSI_NAME)
public class MailCalendarFiles {

    private static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    private final MailSearch search;
    private final CurrentUser user;

    MailCalendarFiles(MailSearch search, CurrentUser user) {
        this.search = search;
        this.user = user;
    }

    @GET
    public Response file(@PathParam("mail") String mail) {
        String calendar = search.require(user.actor(), Params.id(mail)).calendar();
        if (calendar == null) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
        return Response.ok(calendar, MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"termine-" + Params.id(mail) + ".ics\"")
                .build();
    }
}
