package de.digitallotsen;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.enterprise.inject.spi.CDI;

/** Before each test on the portal: clock at its start, database empty but for the register, programme founded. */
public class CleanSlate implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        CDI.current().select(TestClock.class).get().reset();
        CDI.current().select(Database.class).get().clean();
    }
}
