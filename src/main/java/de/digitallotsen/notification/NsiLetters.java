package de.digitallotsen.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What is written to the staff of the NSI: one file each, its subject in the first line. */
@CheckedTemplate(basePath = "notification/nsi", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class NsiLetters {

    private NsiLetters() {}

    static native TemplateInstance claimReturned(ClaimLetter letter);

    static native TemplateInstance claimApproved(ClaimLetter letter);

    static native TemplateInstance claimPaid(ClaimLetter letter);
}
