package de.digitallotsen.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * What is written about the money of a period, to the Ministry or the NSI: one file each, its subject in the first
 * line.
 */
@CheckedTemplate(basePath = "notification/ministry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class MinistryLetters {

    private MinistryLetters() {}

    static native TemplateInstance budgetThreshold(BudgetLetter letter);

    static native TemplateInstance claimSubmitted(ClaimLetter letter);

    static native TemplateInstance proofProduced(ProofNote note);

    static native TemplateInstance proofAccepted(ProofNote note);
}
