package de.digitallotsen.shared.web;

import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Violation;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser.MalformedMessageException;

/**
 * The one place where exceptions become answers: problem+json below {@code /api/}, a page everywhere else. A refusal
 * keeps its status; an outage is a 503; everything unexpected is a 500 with a number to quote, and its cause stands in
 * the log only.
 */
@ApplicationScoped
public class ErrorMapping {

    private static final Logger LOG = Logger.getLogger(ErrorMapping.class);

    private static final String BROKEN_FORM = "Connection terminated parsing multipart request";
    private static final String BROKEN_FIELD = "Failed to decode URL";
    private static final String NO_MEDIA_TYPE = "Failed to parse media type";
    private static final Pattern TOO_MANY_FIELDS = Pattern.compile("Param limit of \\d+ was exceeded");

    private final RoutingContext request;
    private final ErrorAnswer answer;
    private final AllowedMethods allowed;

    ErrorMapping(RoutingContext request, ErrorAnswer answer, AllowedMethods allowed) {
        this.request = request;
        this.answer = answer;
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Response refused(RefusedException refused) {
        Problem problem = Problem.of(
                refused.refusal().name(),
                title(refused.refusal().name(), refused.refusal().status()),
                refused.refusal().status(),
                refused.text(),
                request.normalizedPath());
        Response.ResponseBuilder response = answer.to(
                request,
                refused instanceof ChangedSincePreviewException changed
                        ? problem.withPreview(changed.preview())
                        : problem);
        if (refused.details().containsKey("retryAfter")) {
            response.header("Retry-After", refused.details().get("retryAfter"));
        }
        if (refused.refusal() == AccessRefusal.BUSY) {
            response.header("Retry-After", 5);
        }
        return response.build();
    }

    @ServerExceptionMapper
    Response invalid(InvalidInputException invalid) {
        String detail = invalid.violations().stream()
                .map(Violation::message)
                .distinct()
                .limit(20)
                .collect(Collectors.joining(" "));
        return answer.to(request, problem(400, "INVALID_INPUT", detail).withViolations(invalid.violations()))
                .build();
    }

    /** The body is no JSON, or has text where a number belongs. */
    @ServerExceptionMapper
    Response unreadable(JacksonException unreadable) {
        String field = unreadable instanceof JsonMappingException mapping ? path(mapping) : "";
        Violation violation = new Violation(
                field, Messages.text(field.isEmpty() ? "json.unreadable" : "json.wrong-type", "field", field));
        return answer.to(
                        request,
                        problem(400, "INVALID_INPUT", violation.message()).withViolations(List.of(violation)))
                .build();
    }

    /** Quarkus has a mapper of its own for this kind; a more exact one is needed to come first. */
    @ServerExceptionMapper
    Response unreadable(MismatchedInputException unreadable) {
        return unreadable((JacksonException) unreadable);
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    /** Said before the body was read; but what somebody typed is not thrown away. */
    @ServerExceptionMapper
    Uni<Response> notSignedIn(UnauthorizedException anonymous) {
        return answer.readForm(request).map(read -> refused(new RefusedException(AccessRefusal.NOT_SIGNED_IN)));
    }

    @ServerExceptionMapper
    Uni<Response> notSignedIn(AuthenticationFailedException failed) {
        return answer.readForm(request).map(read -> refused(new RefusedException(AccessRefusal.NOT_SIGNED_IN)));
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException forbidden) {
        return refused(new RefusedException(AccessRefusal.ROLE_NOT_ALLOWED));
    }

    /** What JAX-RS itself refuses: unknown routes and methods, wrong media types, forms without their token. */
    @ServerExceptionMapper
    Response refusedByTheServer(WebApplicationException refused) {
        if (refused.getCause() instanceof JacksonException unreadable) {
            return unreadable(unreadable);
        }
        int status = refused.getResponse().getStatus();
        if (status >= 300 && status < 400) {
            return refused.getResponse();
        }
        if (status >= 500) {
            return unexpected(refused);
        }
        if (status == 404 || isNoList(status)) {
            return refused(new RefusedException(AccessRefusal.NOT_FOUND));
        }
        Response.ResponseBuilder response =
                answer.to(request, problem(status, codeOf(status), Messages.text("http." + textKey(status))));
        return (status == 405 ? response.header("Allow", allowed.of(request.normalizedPath())) : response).build();
    }

    /** Where no page answers as a list, its address with an ending does not exist. */
    private boolean isNoList(int status) {
        String path = request.normalizedPath();
        return ListAddresses.isOne(path)
                && (status == 406 || status == 405 && allowed.of(path).isEmpty());
    }

    private static String textKey(int status) {
        return List.of(400, 403, 405, 406, 413, 415).contains(status) ? String.valueOf(status) : "4xx";
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 413 -> "TOO_LARGE";
            case 415 -> "UNSUPPORTED_MEDIA_TYPE";
            default -> "BAD_REQUEST";
        };
    }

    /** A form without its token is refused by a filter that writes nothing at all; people get a page all the same. */
    @ServerResponseFilter
    void explain(ContainerResponseContext response) {
        if (response.getStatus() == 400 && !response.hasEntity()) {
            SecurityLog.note(request, SecurityLog.FORM_FORGED);
            Response answered = answer.to(request, problem(400, codeOf(400), Messages.text("http.400")))
                    .build();
            response.setEntity(answered.getEntity(), null, answered.getMediaType());
        }
    }

    @ServerExceptionMapper
    Response unexpected(Throwable fault) {
        if (causes(fault).anyMatch(ErrorMapping::isTooLarge)) {
            return answer.to(request, problem(413, codeOf(413), Messages.text("http.413")))
                    .header("Connection", "close")
                    .build();
        }
        if (causes(fault).anyMatch(ErrorMapping::isBroken)) {
            return answer.to(request, problem(400, codeOf(400), Messages.text("http.400")))
                    .build();
        }
        String incident = Hashes.randomToken()
                .replaceAll("[^A-Za-z0-9]", "")
                .substring(0, 8)
                .toUpperCase(Locale.ROOT);
        LOG.errorf(fault, "Incident %s at %s %s", incident, request.request().method(), allowed.loggable(request));
        if (isOutage(fault)) {
            return answer.to(
                            request,
                            problem(503, "UNAVAILABLE", Messages.text("http.503"))
                                    .withIncident(incident))
                    .header("Retry-After", 5)
                    .build();
        }
        return answer.to(
                        request,
                        problem(500, "INTERNAL_ERROR", Messages.text("http.500", "incident", incident))
                                .withIncident(incident))
                .build();
    }

    /**
     * A body that did not say its length beforehand; Quarkus stops reading it at the limit. Or a form with more fields
     * than anybody fills in, for which it has no exception of its own.
     */
    private static boolean isTooLarge(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        return fault instanceof IOException && message.equals("Request too large")
                || fault instanceof RuntimeException
                        && TOO_MANY_FIELDS.matcher(message).matches();
    }

    /** A form that is none, or a sender who is gone before the end: nobody's fault here, and no incident. */
    private static boolean isBroken(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        return fault instanceof IllegalArgumentException
                        && (message.startsWith(BROKEN_FIELD) || message.startsWith(NO_MEDIA_TYPE))
                || fault instanceof HttpClosedException
                || fault instanceof MalformedMessageException
                || fault instanceof UnsupportedCharsetException
                || fault instanceof IllegalCharsetNameException
                || fault instanceof IOException && message.equals(BROKEN_FORM);
    }

    /**
     * No connection to the database, or none free in time: not the fault of the one who asks, and worth trying again.
     */
    private static boolean isOutage(Throwable fault) {
        for (Throwable cause : causes(fault).toList()) {
            boolean acquisition = cause instanceof SQLException sql
                    && String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
            boolean connection = cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("08");
            if (acquisition || connection || cause instanceof java.net.ConnectException) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }

    private Problem problem(int status, String code, String detail) {
        return Problem.of(code, title(code, status), status, detail, request.normalizedPath());
    }

    private static String title(String code, int status) {
        String title = Messages.label("problem." + code);
        return title.startsWith("problem.") ? Messages.label("problem." + status / 100 + "xx") : title;
    }
}
