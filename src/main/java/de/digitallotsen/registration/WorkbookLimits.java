package de.digitallotsen.registration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Violation;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What a workbook may ask of whoever reads it. A few kilobytes can unpack to gigabytes, or name a row so far away that
 * all rows before it fill the memory. What the file says about its own size is not believed: everything is unpacked
 * once, counted, and thrown away. Archive and XML are read with what fastexcel reads them with, so that it sees nothing
 * that was not seen here.
 */
final class WorkbookLimits {

    static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 256;
    private static final int MOST_PARTS = 200;
    private static final int LARGEST = 20 * 1024 * 1024;
    /** Spreadsheets repeat themselves; from a megabyte on, more than this is no spreadsheet. */
    private static final int MOST_TIMES = 100;

    private static final int LARGE = 1024 * 1024;

    private final byte[] file;
    private int unpacked;
    private int rows;
    private int columns;
    private boolean dated;

    private WorkbookLimits(byte[] file) {
        this.file = file;
    }

    /**
     * @return whether there are {@link IsoDateCells} in it
     * @throws InvalidInputException if it asks too much
     * @throws IOException if it is no archive
     */
    static boolean check(byte[] file) throws IOException {
        WorkbookLimits limits = new WorkbookLimits(file);
        limits.checkParts();
        return limits.dated;
    }

    /** To be thrown by whoever reads rows, of whatever kind. */
    static InvalidInputException exceeded() {
        return new InvalidInputException(List.of(
                new Violation("file", Messages.text("many.exceeded", "rows", MOST_ROWS, "columns", MOST_COLUMNS))));
    }

    private void checkParts() throws IOException {
        try (ZipFile archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(archive.getEntries());
            require(parts.size() <= MOST_PARTS);
            for (ZipArchiveEntry part : parts) {
                checkCells(unpack(archive, part));
            }
        }
    }

    private byte[] unpack(ZipFile archive, ZipArchiveEntry part) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] some = new byte[8_192];
        try (InputStream in = archive.getInputStream(part)) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                unpacked += read;
                require(unpacked <= LARGEST && (unpacked <= LARGE || unpacked / MOST_TIMES <= file.length));
                content.write(some, 0, read);
            }
        }
        return content.toByteArray();
    }

    /** Any part can be named as a sheet. What is no XML is none: fastexcel stops at the same place. */
    private void checkCells(byte[] part) {
        rows = 0;
        try {
            XMLStreamReader xml = xml().createXMLStreamReader(new ByteArrayInputStream(part));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    look(xml.getLocalName(), xml.getAttributeValue(null, "r"));
                    dated |= "c".equals(xml.getLocalName()) && "d".equals(xml.getAttributeValue(null, "t"));
                }
            }
        } catch (XMLStreamException noXml) {
            // An image, for example.
        }
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void look(String element, String place) {
        if ("row".equals(element)) {
            rows++;
            columns = 0;
            require(rows <= MOST_ROWS && (place == null || row(place) <= MOST_ROWS));
        } else if ("c".equals(element)) {
            columns = place == null ? columns + 1 : column(place);
            require(columns <= MOST_COLUMNS);
        }
    }

    private static int row(String number) {
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
    }

    /** 28 for {@code AB12}. */
    private static int column(String cell) {
        String letters = cell.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        if (letters.length() > 3) {
            return Integer.MAX_VALUE;
        }
        return letters.chars().reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1);
    }

    private static void require(boolean within) {
        if (!within) {
            throw exceeded();
        }
    }
}
