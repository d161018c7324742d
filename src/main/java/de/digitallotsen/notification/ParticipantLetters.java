package de.digitallotsen.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What is written to the person who attends, or attended before: one file each, its subject in the first line. */
@CheckedTemplate(basePath = "notification/participant", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ParticipantLetters {

    private ParticipantLetters() {}

    static native TemplateInstance confirmed(Letter letter);

    static native TemplateInstance waiting(Letter letter);

    static native TemplateInstance promoted(Letter letter);

    static native TemplateInstance promotionEnded(Letter letter);

    static native TemplateInstance cancelled(Letter letter);

    static native TemplateInstance substituted(Letter letter);

    static native TemplateInstance substitutedFormer(Letter letter);

    static native TemplateInstance personCorrected(Letter letter);

    static native TemplateInstance rebooked(Letter letter);

    static native TemplateInstance seminarChanged(Letter letter);

    static native TemplateInstance seminarCancelled(Letter letter);

    static native TemplateInstance corrected(Letter letter);

    static native TemplateInstance attended(Letter letter);

    static native TemplateInstance reminderTwoWeeks(Letter letter);

    static native TemplateInstance reminderThreeDays(Letter letter);
}
