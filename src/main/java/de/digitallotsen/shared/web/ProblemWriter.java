package de.digitallotsen.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Writes a problem where JAX-RS has no part in it yet. */
@Singleton
class ProblemWriter {

    private final ObjectMapper json;

    /** A page without what the others show around their content: nobody knows yet who asks. */
    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ShortPage(Problem problem) implements TemplateInstance {}

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    void write(RoutingContext request, Problem problem) {
        SecurityLog.refusedFor(request, problem.code());
        try {
            boolean program = request.normalizedPath().startsWith(ErrorAnswer.INTERFACE_PATH);
            // The rest of the body is not read: the connection is of no further use.
            request.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .putHeader(HttpHeaders.CONTENT_TYPE, program ? Problem.MEDIA_TYPE : "text/html;charset=UTF-8")
                    .end(program ? json.writeValueAsString(problem) : new ShortPage(problem).render());
        } catch (JsonProcessingException unwritable) {
            request.fail(unwritable);
        }
    }
}
