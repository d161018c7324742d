package de.digitallotsen.wrong.kommune.web;

import de.digitallotsen.wrong.registration.web.TransactionalPages;

/** Wrong on purpose: another feature's web. */
public class ImportsForeignWeb {
    TransactionalPages foreign;
}
