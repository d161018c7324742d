package de.digitallotsen.start;

import java.nio.file.Path;

/** Makes a key pair for the tests, in the way in which the portal makes its own. */
public final class TestKeys {

    private TestKeys() {}

    /** The key for second factors. */
    public static Path secondFactor(Path folder) {
        return KeyFile.forSecondFactors(folder).file();
    }

    /** The private key, then the public one. */
    public static Path[] in(Path folder) {
        SigningKeys keys = SigningKeys.in(folder);
        return new Path[] {keys.privateKey(), keys.publicKey()};
    }
}
