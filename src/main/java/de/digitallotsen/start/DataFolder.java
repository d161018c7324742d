package de.digitallotsen.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder with the embedded database and the keys, claimed by one running portal. The operating system ends the
 * claim with the process.
 */
record DataFolder(Path folder, FileLock claim) {

    /** @throws StartRefusedException if the folder cannot be used or another portal uses it */
    static DataFolder claim(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("portal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(folder);
            }
            return new DataFolder(folder, lock);
        } catch (OverlappingFileLockException held) {
            throw inUse(folder);
        } catch (IOException unusable) {
            throw new StartRefusedException(
                    "Der Datenordner " + folder + " lässt sich nicht anlegen oder beschreiben (" + unusable.getMessage()
                            + "). Bitte mit DIGITALLOTSEN_DATA_DIR einen anderen Ordner angeben.",
                    unusable);
        }
    }

    private static StartRefusedException inUse(Path folder) {
        return new StartRefusedException(
                "Der Datenordner " + folder + " wird schon von einem laufenden Portal benutzt. Bitte dieses beenden"
                        + " oder mit DIGITALLOTSEN_DATA_DIR einen anderen Ordner angeben.");
    }
}
