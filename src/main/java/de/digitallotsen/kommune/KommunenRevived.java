package de.digitallotsen.kommune;

import java.util.List;

/**
 * Kommunen that had ended are listed again, as after an import of a wrong file.
 *
 * @param ars the Kommunen
 * @param successors those that had taken their places
 */
public record KommunenRevived(List<String> ars, List<String> successors) {}
