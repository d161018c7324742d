package de.digitallotsen.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The key pair that signs the access tokens: made at the first start, kept in the data folder, readable by its owner
 * only.
 */
record SigningKeys(Path privateKey, Path publicKey) {

    private static final int BITS = 3072;

    /** @throws StartRefusedException if the keys can be neither read nor made */
    static SigningKeys in(Path folder) {
        SigningKeys keys = new SigningKeys(folder.resolve("signing-key.pem"), folder.resolve("signing-key.public.pem"));
        try {
            if (!Files.exists(keys.privateKey) || !Files.exists(keys.publicKey)) {
                keys.make();
            }
            return keys;
        } catch (IOException | NoSuchAlgorithmException failed) {
            throw new StartRefusedException(
                    "Der Schlüssel zum Signieren der Zugänge in " + folder + " ließ sich nicht anlegen ("
                            + failed.getMessage() + ").",
                    failed);
        }
    }

    private void make() throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        write(privateKey, "PRIVATE KEY", pair.getPrivate().getEncoded());
        write(publicKey, "PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private static void write(Path file, String kind, byte[] encoded) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException noPosix) {
            // Windows: the folder's own access rules hold.
        }
        Files.writeString(
                file,
                "-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + kind
                        + "-----\n");
    }
}
