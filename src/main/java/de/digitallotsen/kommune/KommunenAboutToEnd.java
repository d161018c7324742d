package de.digitallotsen.kommune;

import java.util.List;

/**
 * These Kommunen end in this transaction. Fired before any row of the register is written: a registration takes the
 * place first and needs the Kommune afterwards, so the rows of the places come first here, too.
 */
public record KommunenAboutToEnd(List<String> ars) {}
