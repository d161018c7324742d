package de.digitallotsen.shared;

/**
 * A command that carries its own key (R24): handled twice it has the effect of once. Only such a command is tried again
 * when the connection was lost at commit, where nobody knows whether the transaction took place.
 */
public interface Repeatable {}
