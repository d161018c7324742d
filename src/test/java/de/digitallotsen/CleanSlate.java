package de.digitallotsen;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.enterprise.inject.spi.CDI;

/**
 * Before each test on the portal: clock at its start, database empty but for the register, programme founded. After it:
 * places, seats and money still add up, unless the test broke them on purpose.
 */
public class CleanSlate implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        CDI.current().select(TestClock.class).get().reset();
        CDI.current().select(Database.class).get().clean();
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        boolean onPurpose = context.getTestMethod().isAnnotationPresent(LeavesBooksWrong.class)
                || context.getTestInstance().getClass().isAnnotationPresent(LeavesBooksWrong.class);
        if (!onPurpose) {
            assertThat(CDI.current().select(Given.class).get().wrongBooks())
                    .as("places, seats and money after the test")
                    .isEmpty();
        }
    }
}
