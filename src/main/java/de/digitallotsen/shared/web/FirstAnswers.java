package de.digitallotsen.shared.web;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.shared.KeepAnswer;
import de.digitallotsen.shared.Submissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * A program that sends the same key and content again gets the first answer, byte for byte (R24), also where things
 * have changed since. The effect of one does not depend on it: that is kept in the transaction of the act itself.
 */
@ApplicationScoped
public class FirstAnswers {

    private static final Logger LOG = Logger.getLogger(FirstAnswers.class);

    /** Files are made anew from what was kept; nobody keeps whole documents for that. */
    private static final Pattern FILE = Pattern.compile("\\.pdf$");

    private final Submissions submissions;
    private final KeepAnswer keep;
    private final CurrentUser user;
    private final ObjectMapper json;

    FirstAnswers(Submissions submissions, KeepAnswer keep, CurrentUser user, ObjectMapper json) {
        this.submissions = submissions;
        this.keep = keep;
        this.user = user;
        this.json = json;
    }

    /** What was written. */
    record Answer(int status, String location, String body) {}

    @ServerResponseFilter
    void apply(ContainerResponseContext response) throws JsonProcessingException {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        Optional<String> key = SubmittedRequest.key(request);
        if (key.isEmpty()
                || !request.getPath().startsWith(ErrorAnswer.INTERFACE_PATH)
                || FILE.matcher(request.getPath()).find()
                || ListAddresses.isAskedFor(request)
                || response.getStatus() >= 300
                || !SubmittedRequest.hasActed(request)) {
            return;
        }
        long userId = user.actor().userId();
        if (SubmittedRequest.isRepeated(request)) {
            Optional<String> first = submissions.answer(userId, key.get());
            if (first.isPresent()) {
                write(json.readValue(first.get(), Answer.class), response);
                return;
            }
            // The first one never got through; from now on this is the first.
        }
        String body = response.hasEntity() ? json.writeValueAsString(response.getEntity()) : null;
        String location = response.getHeaderString(HttpHeaders.LOCATION);
        keepFor(userId, key.get(), json.writeValueAsString(new Answer(response.getStatus(), location, body)));
    }

    /** The act is committed: that nobody can keep its answer just now must not make it look as if it had failed. */
    private void keepFor(long userId, String key, String answer) {
        try {
            keep.handle(userId, key, answer);
        } catch (RuntimeException notNow) {
            LOG.warn("An answer could not be kept; sent again, it is made anew from the result", notNow);
        }
    }

    private static void write(Answer first, ContainerResponseContext response) {
        response.setStatus(first.status());
        if (first.location() != null) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create(first.location()));
        }
        response.setEntity(first.body(), null, first.body() == null ? null : MediaType.APPLICATION_JSON_TYPE);
    }
}
