package de.digitallotsen.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret of 256 bits: made at the first start, kept beside the signing keys, readable by its owner only. One encrypts
 * the secrets of second factors, another makes the pseudonyms of the security log.
 */
record KeyFile(Path file) {

    private static final int BYTES = 32;

    /** @throws StartRefusedException if the key can be neither read nor made */
    static KeyFile forSecondFactors(Path folder) {
        return in(folder, "second-factor.key", "Der Schlüssel für die zweiten Faktoren");
    }

    /** @throws StartRefusedException if the key can be neither read nor made */
    static KeyFile forSecurityLog(Path folder) {
        return in(folder, "security-log.key", "Der Schlüssel für die Pseudonyme des Sicherheitsprotokolls");
    }

    private static KeyFile in(Path folder, String name, String whatFor) {
        KeyFile key = new KeyFile(folder.resolve(name));
        try {
            if (!Files.exists(key.file)) {
                key.make();
            }
            return key;
        } catch (IOException failed) {
            throw new StartRefusedException(
                    whatFor + " in " + folder + " ließ sich nicht anlegen (" + failed.getMessage() + ").", failed);
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
