package de.digitallotsen.shared.web;

import java.util.List;

/**
 * Several lists in one XLSX file, a sheet each.
 *
 * @param name of the file, without ending
 * @param filter in words, for the sheet „Info“
 */
public record Tables(String name, String filter, List<Table> sheets) {}
