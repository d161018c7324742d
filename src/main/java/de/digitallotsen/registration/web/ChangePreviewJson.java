package de.digitallotsen.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.registration.ChangePreview;
import de.digitallotsen.registration.PreviewRegistration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change to a registration would lead to now. */
@Schema(name = "ChangePreview")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangePreviewJson(
        PreviewRegistration.Outcome outcome,
        @Schema(examples = "NOT_CANCELLABLE") String code,
        String detail,

        @Schema(examples = "50000", description = "Was die Kommune danach dem NSI schuldete (R28)")
        long dueCents,

        @Schema(examples = "50000", description = "Was das Land danach zahlte (R28)")
        long landCents,

        @Schema(examples = "100000") long feeCents) {
    static ChangePreviewJson of(ChangePreview preview) {
        return new ChangePreviewJson(
                preview.outcome(),
                preview.isPossible() ? null : preview.refusal().refusal().name(),
                preview.isPossible() ? null : preview.refusal().text(),
                preview.dueCents(),
                preview.subsidyCents(),
                preview.feeCents());
    }
}
