package de.digitallotsen.shared.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.shared.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A refusal or an error as RFC 9457 has it ({@code application/problem+json}).
 *
 * @param detail a German sentence that a person can act on
 * @param code the refusal, for programs
 * @param violations what is wrong with the input, field by field (400 only)
 * @param incident number to quote on the telephone (500 only)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "Absage oder Fehler nach RFC 9457")
public record Problem(
        @Schema(examples = "urn:digitallotsen:problem:KOMMUNE_LIMIT_REACHED")
        String type,

        @Schema(examples = "Förderplätze belegt") String title,
        @Schema(examples = "409") int status,

        @Schema(examples = "Stadt Langenhagen hat ihre 2 Förderplätze belegt …")
        String detail,

        @Schema(examples = "KOMMUNE_LIMIT_REACHED") String code,
        @Schema(examples = "/api/v1/registrations") String instance,
        List<Violation> violations,
        String incident,

        @Schema(description = "Nur bei CHANGED_SINCE_PREVIEW: was die Anfrage jetzt ergäbe (R29)")
        Object preview) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:digitallotsen:problem:";

    static Problem of(String code, String title, int status, String detail, String instance) {
        return new Problem(TYPE + code, title, status, detail, code, instance, null, null, null);
    }

    Problem withViolations(List<Violation> wrong) {
        return new Problem(type, title, status, detail, code, instance, wrong, incident, preview);
    }

    Problem withIncident(String number) {
        return new Problem(type, title, status, detail, code, instance, violations, number, preview);
    }

    Problem withPreview(Object now) {
        return new Problem(type, title, status, detail, code, instance, violations, incident, now);
    }
}
