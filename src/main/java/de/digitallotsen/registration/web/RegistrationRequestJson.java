package de.digitallotsen.registration.web;

import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.Expect;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A registration as it is asked for. */
@Schema(name = "RegistrationRequest")
public record RegistrationRequestJson(
        @Schema(examples = "12") Long seminarId,
        RegistrationJson.Person participant,

        @Schema(description = "true: auf die Warteliste, wenn Platz oder Mittel fehlen (R13)")
        Boolean acceptWaiting,

        @Schema(description = "nur für das NSI", examples = "032410010010")
        String kommuneArs,

        @Schema(description = "true: auf eigene Kosten, über die Förderplätze hinaus (R5)")
        Boolean selfPaying,

        @Schema(
                description = "Was gezeigt wurde; wäre es jetzt anders, geschieht nichts: 409 CHANGED_SINCE_PREVIEW"
                        + " (R29)")
        Expect expect) {

    /** What is asked for; nothing if the body was empty. */
    static Application application(RegistrationRequestJson request) {
        return (request == null ? new RegistrationRequestJson(null, null, null, null, null, null) : request)
                .asApplication();
    }

    /** What was shown; null if nothing was. */
    static Expect expect(RegistrationRequestJson request) {
        return request == null ? null : request.expect();
    }

    Application asApplication() {
        return new Application(
                seminarId,
                participant == null ? null : participant.asDetails(),
                Boolean.TRUE.equals(acceptWaiting),
                kommuneArs,
                Boolean.TRUE.equals(selfPaying));
    }
}
