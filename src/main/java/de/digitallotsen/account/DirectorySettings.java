package de.digitallotsen.account;

import java.util.Map;
import java.util.Optional;

import de.digitallotsen.shared.Role;
import io.smallrye.config.ConfigMapping;

/** Signing in by the directory of an authority (OpenID Connect); switched off unless somebody wants it. */
@ConfigMapping(prefix = "digitallotsen.directory")
public interface DirectorySettings {

    boolean enabled();

    /** As people know it: „Anmeldedienst des Landes“. */
    String name();

    /** The address under which the directory describes itself; tokens of no other issuer count. */
    Optional<String> issuer();

    Optional<String> clientId();

    Optional<String> clientSecret();

    /** Which group of the directory is which of the portal's. Whoever is in none, or in two, does not get in. */
    Map<Role, String> groups();

    /**
     * True if an address counts as verified where the directory says nothing of it: its people cannot write their own.
     * What it calls unverified never counts.
     */
    boolean vouchesForAddresses();

    /** The claim that lists the groups. */
    String groupsClaim();

    /** The claim that names the Kommune of personnel staff by its ARS of twelve digits. */
    String kommuneClaim();
}
