package de.digitallotsen.wrong.registration.web;

import jakarta.transaction.Transactional;

/** Wrong on purpose: a resource with a transaction. */
public class TransactionalMethodResource {
    @Transactional
    public void change() {}
}
