package de.digitallotsen.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key that encrypts the secrets of second factors: made at the first start, kept beside the signing keys, readable
 * by its owner only.
 */
record SecondFactorKey(Path file) {

    private static final int BYTES = 32;

    /** @throws StartRefusedException if the key can be neither read nor made */
    static SecondFactorKey in(Path folder) {
        SecondFactorKey key = new SecondFactorKey(folder.resolve("second-factor.key"));
        try {
            if (!Files.exists(key.file)) {
                key.make();
            }
            return key;
        } catch (IOException failed) {
            throw new StartRefusedException(
                    "Der Schlüssel für die zweiten Faktoren in " + folder + " ließ sich nicht anlegen ("
                            + failed.getMessage() + ").",
                    failed);
        }
    }

    private void make() throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createFile(file);
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException noPosix) {
            // Windows: the folder's own access rules hold.
        }
        Files.writeString(file, Base64.getEncoder().encodeToString(random) + "\n");
    }
}
