package de.digitallotsen.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.registration.PreviewRegistration;
import de.digitallotsen.registration.WaitingReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a registration would lead to. */
@Schema(name = "RegistrationPreview")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistrationPreviewJson(
        PreviewRegistration.Outcome outcome,
        WaitingReason waitingReason,
        @Schema(examples = "KOMMUNE_LIMIT_REACHED") String code,
        String detail,
        long feeCents,
        long subsidyCents,
        long ownShareCents,

        @Schema(examples = "50000", description = "Was die Kommune danach schuldete; auf der Warteliste 0 (R28)")
        long dueCents,

        @Schema(examples = "50000", description = "Was das Land dann zahlt (R28)")
        long landCents) {
    static RegistrationPreviewJson of(PreviewRegistration.Preview preview) {
        boolean refused = preview.refusal() != null;
        return new RegistrationPreviewJson(
                preview.outcome(),
                refused ? null : preview.waitingReason(),
                refused ? preview.refusal().refusal().name() : null,
                refused ? preview.refusal().text() : null,
                preview.feeCents(),
                preview.subsidyCents(),
                preview.ownShareCents(),
                preview.dueCents(),
                preview.landCents());
    }
}
