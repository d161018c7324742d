package de.digitallotsen.shared;

/**
 * Something that whoever guards the portal has to know and that changes nothing by itself. What changes something is
 * {@link Audited}. Observed synchronously, and written to the security log without what could identify a person.
 *
 * @param kind what happened
 * @param userId the account, or null where none is known
 * @param role of that account, or null
 * @param email as it was given, or null; only its pseudonym is written down
 */
public record SecurityEvent(Kind kind, Long userId, Role role, String email) {

    /** What can happen. */
    public enum Kind {
        SIGNED_IN,
        SIGNED_OUT,
        /** The directory of an authority vouched for somebody, and that was enough. */
        SIGNED_IN_BY_DIRECTORY,
        /** The directory vouched for somebody, and the portal did not let them in. */
        DIRECTORY_SIGN_IN_REFUSED,
        SIGN_IN_FAILED,
        SECOND_FACTOR_WRONG,
        /** After too many tries nobody looks at the password any more. */
        SIGN_IN_BRAKED,
        /** Somebody has a copy of a refresh token; its session was ended. */
        REFRESH_TOKEN_REUSED
    }

    /** Of somebody whose account is not known, or must not be told. */
    public static SecurityEvent of(Kind kind, String email) {
        return new SecurityEvent(kind, null, null, email);
    }
}
