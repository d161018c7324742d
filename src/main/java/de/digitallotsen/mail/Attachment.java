package de.digitallotsen.mail;

import java.util.ArrayList;
import java.util.List;

/** One file of a mail. */
public record Attachment(String fileName, String content, String mediaType) {

    private static final String END = "END:VCALENDAR\r\n";

    /**
     * Each iCalendar object of a mail as a file of its own.
     *
     * @param calendar the objects one after the other, or null
     */
    public static List<Attachment> ofCalendar(String calendar) {
        List<Attachment> files = new ArrayList<>();
        for (int begin = 0; calendar != null && begin < calendar.length(); ) {
            int end = calendar.indexOf(END, begin) + END.length();
            String object = calendar.substring(begin, end);
            String method = object.contains("METHOD:CANCEL") ? "CANCEL" : "REQUEST";
            String name = (method.equals("CANCEL") ? "absage-" : "termin-") + (files.size() + 1) + ".ics";
            files.add(new Attachment(name, object, "text/calendar; charset=UTF-8; method=" + method));
            begin = end;
        }
        return files;
    }
}
