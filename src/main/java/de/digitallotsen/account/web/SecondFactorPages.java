package de.digitallotsen.account.web;

import java.util.List;

import de.digitallotsen.account.AccountRefusal;
import de.digitallotsen.account.ConfirmSecondFactor;
import de.digitallotsen.account.RemoveSecondFactor;
import de.digitallotsen.account.SetUpSecondFactor;
import de.digitallotsen.account.Users;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Setting up a second factor and switching it off again. */
@Path("/konto/zweiter-faktor")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Authenticated
public class SecondFactorPages {

    private final SetUpSecondFactor setUp;
    private final ConfirmSecondFactor confirm;
    private final RemoveSecondFactor remove;
    private final Users users;
    private final CurrentUser user;

    SecondFactorPages(
            SetUpSecondFactor setUp,
            ConfirmSecondFactor confirm,
            RemoveSecondFactor remove,
            Users users,
            CurrentUser user) {
        this.setUp = setUp;
        this.confirm = confirm;
        this.remove = remove;
        this.users = users;
        this.user = user;
    }

    /**
     * The page with the picture for the app.
     *
     * @param qr null as long as nothing is being set up
     * @param secret the same to be typed, in groups of four
     */
    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SecondFactorPage(QrCode qr, String secret, Form form) implements TemplateInstance {
        static SecondFactorPage of(SetUpSecondFactor.Setup setup, Form form) {
            return new SecondFactorPage(QrCode.of(setup.uri()), setup.secret().replaceAll("(.{4})(?=.)", "$1 "), form);
        }
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RecoveryCodesPage(List<String> codes) implements TemplateInstance {}

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SecondFactorOffPage(Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        requireKeptHere();
        return new SecondFactorPage(null, "", Form.of());
    }

    /** No form that could only be refused (R31). */
    private void requireKeptHere() {
        if (!users.findById(user.actor().userId()).hasPassword()) {
            throw new RefusedException(AccountRefusal.DIRECTORY_SIGNS_IN);
        }
    }

    @POST
    public Response begin(MultivaluedMap<String, String> fields) {
        if (Form.sent(fields).onlyShow()) {
            return Response.ok(show()).build();
        }
        Form form = Form.sent(fields).with("password", "");
        try {
            return Response.ok(SecondFactorPage.of(setUp.handle(user.actor(), fields.getFirst("password")), Form.of()))
                    .build();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new SecondFactorPage(null, "", form.wrong(invalid)))
                    .build();
        } catch (RefusedException refused) {
            return Response.status(refused.refusal().status())
                    .entity(new SecondFactorPage(null, "", form.refused(refused)))
                    .build();
        }
    }

    @POST
    @Path("/bestaetigen")
    public Response confirm(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(show()).build();
        }
        try {
            return Response.ok(new RecoveryCodesPage(confirm.handle(user.actor(), form.value("otp"), session())))
                    .build();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(SecondFactorPage.of(setUp.pending(user.actor()), form.wrong(invalid)))
                    .build();
        }
    }

    @GET
    @Path("/abschalten")
    public TemplateInstance showRemoval() {
        requireKeptHere();
        return new SecondFactorOffPage(Form.of());
    }

    @POST
    @Path("/abschalten")
    public Response remove(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields).with("password", "");
        if (form.onlyShow()) {
            return Response.ok(showRemoval()).build();
        }
        try {
            remove.handle(
                    user.actor(),
                    new RemoveSecondFactor.Command(user.actor().userId(), fields.getFirst("password"), session()));
            return Link.to(MyAccountPages.class).saying("zweiter-faktor-aus").seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new SecondFactorOffPage(form.wrong(invalid)))
                    .build();
        } catch (RefusedException refused) {
            return Response.status(refused.refusal().status())
                    .entity(new SecondFactorOffPage(form.refused(refused)))
                    .build();
        }
    }

    private String session() {
        return user.signedIn().orElseThrow().sessionId();
    }
}
