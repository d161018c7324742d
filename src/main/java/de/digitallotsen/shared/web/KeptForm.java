package de.digitallotsen.shared.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/**
 * Keeps what was typed while its sender signs in again: a form that came too late is carried through the sign-in page
 * in hidden fields and shown again afterwards. Nothing of it is kept on the server.
 */
@ApplicationScoped
public class KeptForm {

    /** Names of hidden fields on the sign-in page begin with this. */
    private static final String PREFIX = "kept.";

    private static final int MOST_FIELDS = 200;
    private static final long LARGEST_FORM = 256 * 1024;
    /** Under this name the routing context carries the fields that were read after all. */
    private static final String READ = "digitallotsen.kept-form";

    /** One field that was typed into. */
    public record Field(String name, String value) {}

    /** The page between signing in and the form. */
    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ResumePage(String target, List<Field> fields) implements TemplateInstance {}

    /** The page that asks to sign in. */
    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    public record SignInPage(Form form, String target, List<Field> kept) implements TemplateInstance {}

    private final OwnPages ownPages;

    KeptForm(OwnPages ownPages) {
        this.ownPages = ownPages;
    }

    Response.ResponseBuilder askToSignIn(RoutingContext request) {
        List<Field> read = request.get(READ);
        List<Field> typed = read == null ? typed() : read;
        return Response.status(401)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(new SignInPage(Form.of(), ownPages.form(request.normalizedPath()), typed).render());
    }

    /**
     * Security refuses a request before its body is read: this reads it all the same, if it is a form and not too
     * large.
     */
    Uni<Void> read(RoutingContext request) {
        HttpServerRequest http = request.request();
        String type = http.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean form = http.method() == HttpMethod.POST
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED);
        if (!form
                || http.isEnded()
                || length(http) < 1
                || length(http) > LARGEST_FORM
                || request.normalizedPath().startsWith(ErrorAnswer.INTERFACE_PATH)) {
            return Uni.createFrom().voidItem();
        }
        Future<Buffer> body = http.body();
        http.resume();
        return Uni.createFrom()
                .completionStage(body.toCompletionStage())
                .onItem()
                .invoke(bytes -> request.put(READ, fields(bytes)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("\\d{1,9}") ? -1 : Long.parseLong(length);
    }

    private static List<Field> fields(Buffer body) {
        List<Field> fields = new ArrayList<>();
        new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST_FIELDS)
                .parameters()
                .forEach((name, values) -> values.stream()
                        .filter(value -> isKept(name))
                        .forEach(value -> fields.add(new Field(PREFIX + name, value))));
        return fields;
    }

    private static boolean isKept(String name) {
        return !name.equals("csrf-token")
                && !name.equals(Form.KEY)
                && !name.toLowerCase(Locale.ROOT).contains("passw");
    }

    /** What the current request carries in its form, without token and passwords. */
    private static List<Field> typed() {
        List<Field> fields = new ArrayList<>();
        ResteasyReactiveRequestContext current = CurrentRequestManager.get();
        FormData data = current == null ? null : current.getFormData();
        if (data == null) {
            return fields;
        }
        for (String name : data) {
            Deque<FormValue> values = data.get(name);
            if (isKept(name) && fields.size() < MOST_FIELDS) {
                values.stream()
                        .filter(value -> !value.isFileItem())
                        .forEach(value -> fields.add(new Field(PREFIX + name, value.getValue())));
            }
        }
        return fields;
    }

    /** The fields that the sign-in page carried. */
    public static List<Field> carried(MultivaluedMap<String, String> sent) {
        return sent.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(PREFIX))
                .limit(MOST_FIELDS)
                .flatMap(entry -> values(entry.getValue()).map(value -> new Field(entry.getKey(), value)))
                .toList();
    }

    private static java.util.stream.Stream<String> values(Collection<String> all) {
        return all.stream();
    }

    /** Signed in: to the page that was asked for, or to the form with everything that was typed. */
    public Response goOn(String target, List<Field> kept) {
        if (kept.isEmpty()) {
            return new Link(ownPages.page(target)).seeOther();
        }
        List<Field> fields = kept.stream()
                .map(field -> new Field(field.name().substring(PREFIX.length()), field.value()))
                .toList();
        return Response.ok(
                        new ResumePage(ownPages.form(target), fields).render(),
                        MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
