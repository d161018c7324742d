package de.digitallotsen.wrong.registration.web;

import de.digitallotsen.shared.UseCase;

/** Wrong on purpose: pages that are a use case. */
@UseCase
public class UseCasePages {}
