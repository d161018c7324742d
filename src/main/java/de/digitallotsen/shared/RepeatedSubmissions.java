package de.digitallotsen.shared;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Runs inside the transaction of every use case: what the current submission asks for is done once (R24). The key is
 * noted first and the result kept last, in the same transaction as the change; sent again with the same content, the
 * use case is not asked, and its first result comes back. Commands that bear a key of their own ({@link Repeatable})
 * look after themselves.
 */
@Interceptor
@EffectOfOne
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
public class RepeatedSubmissions {

    /** Use cases are called so; whatever else they answer changes nothing. */
    private static final String ACT = "handle";

    private final CurrentSubmission current;
    private final Happenings happenings;
    private final Submissions submissions;
    private final ObjectMapper json;
    private final Clock clock;

    RepeatedSubmissions(
            CurrentSubmission current, Happenings happenings, Submissions submissions, ObjectMapper json, Clock clock) {
        this.current = current;
        this.happenings = happenings;
        this.submissions = submissions;
        this.json = json;
        this.clock = clock;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        Object[] parameters = call.getParameters();
        if (!call.getMethod().getName().startsWith(ACT)
                || parameters.length == 0
                || !(parameters[0] instanceof Actor actor)
                || actor.userId() == null
                || Arrays.stream(parameters).anyMatch(Repeatable.class::isInstance)) {
            return call.proceed();
        }
        // What is only rehearsed submits nothing: the act itself comes under the key of its own.
        Optional<String> key = happenings.areRehearsed() ? Optional.empty() : current.begin();
        if (key.isEmpty()) {
            return call.proceed();
        }
        Object result;
        boolean first;
        try {
            first = submissions.begin(actor.userId(), key.get(), contentHash(call), clock.instant());
            result = first ? call.proceed() : result(call.getMethod(), submissions.result(actor.userId(), key.get()));
            if (first) {
                submissions.end(actor.userId(), key.get(), json.writeValueAsString(result));
            }
        } catch (Exception failed) {
            current.giveUp();
            throw failed;
        }
        current.end(!first);
        return result;
    }

    private String contentHash(InvocationContext call) throws JsonProcessingException {
        Method method = call.getMethod();
        List<Object> content = Arrays.stream(call.getParameters()).skip(1).collect(Collectors.toList());
        return Hashes.sha256(method.getDeclaringClass().getName() + json.writeValueAsString(content));
    }

    private Object result(Method method, Optional<String> kept) throws JsonProcessingException {
        return kept.isEmpty() || method.getReturnType() == void.class
                ? null
                : json.readValue(kept.get(), json.constructType(method.getGenericReturnType()));
    }
}
