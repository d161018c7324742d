package de.digitallotsen.registration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Cells that hold a date as ISO 8601 writes it ({@code t="d"}, R39), which some programs save and fastexcel refuses
 * with the whole file. They are given to it as the texts that they are.
 */
final class IsoDateCells {

    private static final Pattern CELL = Pattern.compile("(<(?:\\w+:)?c\\s(?:[^<>]*\\s)?t\\s*=\\s*[\"'])d([\"'])");

    private IsoDateCells() {}

    /** @param file whose size {@link WorkbookLimits} has checked */
    static byte[] asText(byte[] file) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipFile archive = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get();
                ZipOutputStream zip = new ZipOutputStream(copy)) {
            for (ZipArchiveEntry part : Collections.list(archive.getEntries())) {
                // Byte for byte, whatever the part is written in: what is looked for is ASCII.
                Matcher cell = CELL.matcher(new String(content(archive, part), StandardCharsets.ISO_8859_1));
                zip.putNextEntry(new ZipEntry(part.getName()));
                zip.write(cell.replaceAll("$1str$2").getBytes(StandardCharsets.ISO_8859_1));
                zip.closeEntry();
            }
        }
        return copy.toByteArray();
    }

    private static byte[] content(ZipFile archive, ZipArchiveEntry part) throws IOException {
        try (InputStream in = archive.getInputStream(part)) {
            return in.readAllBytes();
        }
    }
}
