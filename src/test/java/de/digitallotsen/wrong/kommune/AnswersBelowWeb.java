package de.digitallotsen.wrong.kommune;

import jakarta.ws.rs.core.Response;

/** Wrong on purpose: knows of HTTP, and SQL that reads and changes what stands above it. */
public class AnswersBelowWeb {
    Response answer;
    String reads = "select count(r) from Registration r";
    String writes = "update registration set version = version + 1";
}
