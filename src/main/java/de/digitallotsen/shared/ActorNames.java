package de.digitallotsen.shared;

import java.util.Collection;
import java.util.Map;

/** Knows how the accounts are called that did something; features below the accounts ask it (R26). */
public interface ActorNames {

    /** The names by account; whoever has no account any more is missing. */
    Map<Long, String> of(Collection<Long> accounts);
}
