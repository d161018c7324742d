package de.digitallotsen.notification;

import java.util.List;

import de.digitallotsen.mail.MailSettings;
import de.digitallotsen.mail.OutboxMail;
import de.digitallotsen.shared.web.PublicInformation;

/**
 * Everything that stands in a mail, for its two layouts.
 *
 * @param heading the subject without the reference
 * @param name of the recipient
 * @param changes what of a seminar is new; empty unless it changed
 * @param linkText what stands at the address
 * @param notice on data protection; empty but in the first mail to a person
 */
public record MailContent(
        String subject,
        String heading,
        String name,
        List<String> paragraphs,
        List<Change> changes,
        List<Row> rows,
        String link,
        String linkText,
        List<String> notice,
        Sender sender) {

    private static final int WIDTH = 76;
    /** So wide are the labels of a table in text. */
    private static final int LABEL = 22;

    /** One line of the table of facts; a value may take several lines. */
    public record Row(String label, List<String> lines) {
        static Row of(String label, String value) {
            return new Row(label, List.of(value));
        }

        /** As text: label and value side by side. */
        public String text() {
            String indent = " ".repeat(LABEL);
            String head = (label + ":" + indent).substring(0, Math.max(LABEL, label.length() + 2));
            return head + String.join("\n" + indent, lines);
        }
    }

    /** What something was and what it is. */
    public record Change(String label, List<String> before, List<String> after) {
        public String beforeText() {
            return String.join("\n          ", before);
        }

        public String afterText() {
            return String.join("\n          ", after);
        }
    }

    /** Who writes; empty where it is not filled in. */
    public record Sender(String name, String email, String phone) {
        static Sender of(MailSettings settings) {
            PublicInformation office = settings.information();
            return new Sender(
                    office.name(),
                    settings.replyTo().orElse(""),
                    office.phone().contains(PublicInformation.PLACEHOLDER) ? "" : office.phone());
        }
    }

    /** As text and as HTML. */
    OutboxMail.Content render(String calendar) {
        return new OutboxMail.Content(
                subject,
                MailLayout.mailText(this).render().strip() + "\n",
                MailLayout.mailPage(this).render(),
                calendar);
    }

    /** The paragraphs with lines that fit into a window. */
    public List<String> wrapped() {
        return paragraphs.stream().map(MailContent::wrap).toList();
    }

    public List<String> wrappedNotice() {
        return notice.stream().map(MailContent::wrap).toList();
    }

    private static String wrap(String paragraph) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : paragraph.split(" ")) {
            boolean fits = column + 1 + word.length() <= WIDTH;
            text.append(column == 0 ? "" : fits ? " " : "\n").append(word);
            column = column > 0 && fits ? column + 1 + word.length() : word.length();
        }
        return text.toString();
    }
}
