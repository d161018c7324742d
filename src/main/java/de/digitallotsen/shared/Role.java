package de.digitallotsen.shared;

/** The groups of users. Everybody else is anonymous and sees only what is public. */
public enum Role {
    /** Personnel staff of one Kommune: registers and cancels for this Kommune only (R25). */
    KOMMUNE,
    /** Seminar administration of the NSI: plans the seminars, acts for any Kommune. */
    NSI,
    /** Staff of the Ministry: watches the money. Sees figures, not names (R25). */
    MINISTRY,
    /** Auditors, of the Landesrechnungshof or the Ministry's own: read all that the Ministry reads, change nothing. */
    AUDITOR;

    /** The role's name for annotations, which take only constants. */
    public static final String KOMMUNE_NAME = "KOMMUNE";
    /** See {@link #KOMMUNE_NAME}. */
    public static final String NSI_NAME = "NSI";
    /** See {@link #KOMMUNE_NAME}. */
    public static final String MINISTRY_NAME = "MINISTRY";
    /** See {@link #KOMMUNE_NAME}. */
    public static final String AUDITOR_NAME = "AUDITOR";

    /** True if this role may read whatever the other one may read. */
    public boolean readsAs(Role other) {
        return this == other || (this == AUDITOR && other == MINISTRY);
    }
}
