package de.digitallotsen.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A file that came with a form. */
public final class Uploaded {

    private Uploaded() {}

    /** Its content; empty if there is none. */
    public static byte[] bytes(FileUpload file) {
        if (file == null || file.size() == 0) {
            return new byte[0];
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
