package de.digitallotsen.wrong.registration;

import de.digitallotsen.wrong.registration.web.TransactionalPages;

/** Wrong on purpose: what is below knows its pages. */
public class ImportsItsOwnWeb {
    TransactionalPages above;
}
