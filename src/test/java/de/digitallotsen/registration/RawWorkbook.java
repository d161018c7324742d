package de.digitallotsen.registration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written by hand, so that its cells can be of every type that programs write. */
public final class RawWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private RawWorkbook() {}

    /** A text cell. */
    public static String text(String value) {
        return " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                + value.replace("&", "&amp;").replace("<", "&lt;") + "</t></is>";
    }

    /** A cell with a raw value; {@code attributes} are its type and style. */
    public static String raw(String attributes, String content) {
        return " " + attributes + ">" + content;
    }

    /**
     * A workbook of one sheet, or more empty ones behind it.
     *
     * @param formats of numbers, by style from 1 on
     * @param rows cells as {@link #text} and {@link #raw} make them; null for a cell that is not there
     */
    public static byte[] of(boolean date1904, List<String> formats, List<List<String>> rows, String... others) {
        StringBuilder sheet = new StringBuilder(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            sheet.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (rows.get(r).get(c) != null) {
                    sheet.append("<c r=\"")
                            .append((char) ('A' + c))
                            .append(r + 1)
                            .append('"');
                    sheet.append(rows.get(r).get(c)).append("</c>");
                }
            }
            sheet.append("</row>");
        }
        sheet.append("</sheetData></worksheet>");
        StringBuilder sheets = new StringBuilder("<sheet name=\"Liste\" sheetId=\"1\" r:id=\"rId1\"/>");
        StringBuilder relations = new StringBuilder(relation(1, "worksheet", "worksheets/sheet1.xml"));
        StringBuilder types = new StringBuilder();
        for (int i = 0; i < others.length; i++) {
            sheets.append(
                    "<sheet name=\"" + others[i] + "\" sheetId=\"" + (i + 2) + "\" r:id=\"rId" + (i + 2) + "\"/>");
            relations.append(relation(i + 2, "worksheet", "worksheets/sheet" + (i + 2) + ".xml"));
            types.append(type("worksheets/sheet" + (i + 2) + ".xml", "worksheet"));
        }
        relations.append(relation(99, "styles", "styles.xml"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                            + " Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + type("workbook.xml", "sheet.main") + type("worksheets/sheet1.xml", "worksheet")
                            + type("styles.xml", "styles") + types + "</Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "\">" + relation(1, "officeDocument", "xl/workbook.xml")
                            + "</Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\">"
                            + (date1904 ? "<workbookPr date1904=\"1\"/>" : "") + "<sheets>" + sheets
                            + "</sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "\">" + relations + "</Relationships>");
            put(zip, "xl/styles.xml", styles(formats));
            put(zip, "xl/worksheets/sheet1.xml", sheet.toString().substring(XML.length()));
            for (int i = 0; i < others.length; i++) {
                put(
                        zip,
                        "xl/worksheets/sheet" + (i + 2) + ".xml",
                        "<worksheet xmlns=\"" + MAIN + "\"><sheetData/></worksheet>");
            }
        } catch (IOException memoryOnly) {
            throw new UncheckedIOException(memoryOnly);
        }
        return file.toByteArray();
    }

    private static String styles(List<String> formats) {
        StringBuilder numFmts = new StringBuilder();
        StringBuilder xfs = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.size(); i++) {
            boolean builtIn = formats.get(i).matches("\\d+");
            int id = builtIn ? Integer.parseInt(formats.get(i)) : 164 + i;
            if (!builtIn) {
                numFmts.append("<numFmt numFmtId=\"" + id + "\" formatCode=\""
                        + formats.get(i).replace("\"", "&quot;") + "\"/>");
            }
            xfs.append("<xf numFmtId=\"" + id + "\" applyNumberFormat=\"1\"/>");
        }
        return "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + numFmts + "</numFmts><cellXfs>" + xfs
                + "</cellXfs></styleSheet>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/" + part + "\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "+xml\"/>";
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
