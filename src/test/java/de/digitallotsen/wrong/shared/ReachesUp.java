package de.digitallotsen.wrong.shared;

import de.digitallotsen.wrong.kommune.KommuneService;

/** Wrong on purpose: shared knows a feature. */
public class ReachesUp {
    KommuneService up;
}
