package de.digitallotsen.wrong.registration.web;

import jakarta.transaction.Transactional;

/** Wrong on purpose: pages with a transaction. */
@Transactional
public class TransactionalPages {}
