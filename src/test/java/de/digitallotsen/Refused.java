package de.digitallotsen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.digitallotsen.shared.Refusal;
import de.digitallotsen.shared.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that something is refused, and for which reason. */
public final class Refused {

    private Refused() {}

    /** The refusal, for a look at its sentence and details. */
    public static RefusedException with(Refusal expected, ThrowingCallable act) {
        Throwable thrown = catchThrowable(act);
        assertThat(thrown).as("refused with %s", expected).isInstanceOf(RefusedException.class);
        RefusedException refused = (RefusedException) thrown;
        assertThat(refused.refusal()).isEqualTo(expected);
        assertThat(refused.text()).doesNotContain("{").doesNotContain("null");
        return refused;
    }
}
