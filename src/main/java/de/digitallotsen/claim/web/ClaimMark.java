package de.digitallotsen.claim.web;

import de.digitallotsen.claim.ClaimStatus;
import de.digitallotsen.shared.Messages;

/** Where a claim stands, as a badge. */
public record ClaimMark(String kind, String text) {

    static ClaimMark of(ClaimStatus status) {
        String kind = switch (status) {
            case DRAFT, SUBMITTED -> "info";
            case RETURNED -> "warning";
            case APPROVED, PAID -> "success";
        };
        return new ClaimMark(kind, Messages.label(status));
    }
}
