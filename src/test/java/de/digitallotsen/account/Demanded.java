package de.digitallotsen.account;

import io.quarkus.test.junit.QuarkusMock;

/** Switches the demand for a second factor on, for one test. */
public final class Demanded {

    private Demanded() {}

    /** From now to the end of the test. */
    public static void now() {
        QuarkusMock.installMockForType(new SecondFactorDemand(true), SecondFactorDemand.class);
    }
}
