package de.digitallotsen.shared;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Who asks. Every use case takes it first and asks it (R25).
 *
 * @param userId the account's id; null for the portal itself and for anonymous visitors
 * @param role null for the portal itself and for anonymous visitors
 * @param kommuneArs the Kommune of personnel staff, else null
 * @param predecessors Kommunen that this Kommune has taken the place of: its staff act for them, too (R25)
 * @param system true for acts of the portal itself (start, scheduled jobs, promotion)
 */
public record Actor(Long userId, Role role, String kommuneArs, Set<String> predecessors, boolean system) {

    private static final Actor PORTAL = new Actor(null, null, null, Set.of(), true);
    private static final Actor ANONYMOUS = new Actor(null, null, null, Set.of(), false);

    /** Somebody whose Kommune, if there is one, has no predecessors. */
    public Actor(Long userId, Role role, String kommuneArs, boolean system) {
        this(userId, role, kommuneArs, Set.of(), system);
    }

    /** The portal itself, for what happens without anybody asking. */
    public static Actor portal() {
        return PORTAL;
    }

    /** A visitor who has not signed in. */
    public static Actor anonymous() {
        return ANONYMOUS;
    }

    /** Personnel staff of the Kommune with this ARS. */
    public static Actor ofKommune(long userId, String kommuneArs) {
        return new Actor(userId, Role.KOMMUNE, kommuneArs, false);
    }

    /** Seminar administration of the NSI. */
    public static Actor ofNsi(long userId) {
        return new Actor(userId, Role.NSI, null, false);
    }

    /** Staff of the Ministry. */
    public static Actor ofMinistry(long userId) {
        return new Actor(userId, Role.MINISTRY, null, false);
    }

    /** Somebody who examines: the Landesrechnungshof, or the Ministry's own audit. */
    public static Actor ofAuditor(long userId) {
        return new Actor(userId, Role.AUDITOR, null, false);
    }

    /** True if this actor has one of the roles. */
    public boolean is(Role... roles) {
        return role != null && Arrays.asList(roles).contains(role);
    }

    /** True if this actor may read what one of the roles may read: auditors read whatever the Ministry does. */
    public boolean readsAs(Role... roles) {
        return role != null && Arrays.stream(roles).anyMatch(role::readsAs);
    }

    /**
     * Lets the portal itself pass and whoever may read what the given roles may read. For what changes nothing.
     *
     * @throws RefusedException NOT_SIGNED_IN for anonymous visitors, ROLE_NOT_ALLOWED for any other role
     */
    public void requireToRead(Role... roles) {
        if (!readsAs(roles)) {
            require(roles);
        }
    }

    /**
     * Lets the portal itself and the given roles pass.
     *
     * @throws RefusedException NOT_SIGNED_IN for anonymous visitors, ROLE_NOT_ALLOWED for any other role
     */
    public void require(Role... roles) {
        if (system || is(roles)) {
            return;
        }
        throw new RefusedException(role == null ? AccessRefusal.NOT_SIGNED_IN : AccessRefusal.ROLE_NOT_ALLOWED);
    }

    /**
     * True if this actor may see and change what belongs to the Kommune: its own staff, that of the Kommune that took
     * its place, the NSI, the portal itself (R25).
     */
    public boolean mayActFor(String ars) {
        return system
                || role == Role.NSI
                || (role == Role.KOMMUNE && ars != null && (kommuneArs.equals(ars) || predecessors.contains(ars)));
    }

    /** The Kommunen whose registrations exist for personnel staff: their own and its predecessors (R25). */
    public Set<String> kommunen() {
        Set<String> own = new HashSet<>(predecessors);
        own.add(kommuneArs);
        return own;
    }
}
