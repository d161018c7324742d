package de.digitallotsen.shared.web;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.Messages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The page between a form and its act (R29): what will change, what to look at twice, what follows for whom, and the
 * final click, which carries what was shown.
 *
 * @param title of the page
 * @param lead a sentence about the whole
 * @param rows what changes, field by field
 * @param warnings what is allowed and yet may be a slip of the hand
 * @param effects what follows, in sentences
 * @param mailings who is written to; without names for whom they are none of their business (R25)
 * @param expect the fingerprint of all of it
 * @param button what the final click is called
 * @param back where what was typed can be changed
 */
public record Check(
        String title,
        String lead,
        List<Row> rows,
        List<String> warnings,
        List<String> effects,
        List<Consequences.Mailing> mailings,
        String expect,
        String button,
        String back) {

    /** The field of the final click that carries what was shown. */
    public static final String EXPECT = "erwartet";

    private static final String BEFORE = "before.";
    private static final String AFTER = "after.";

    /** One field; empty where there was nothing. */
    public record Row(String label, String before, String after) {}

    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    public record CheckPage(Check check, Form form) implements TemplateInstance {}

    /** A page that says nothing about consequences yet. */
    public static Check of(String title, String lead, String button, String back) {
        return new Check(title, lead, List.of(), List.of(), List.of(), List.of(), "", button, back);
    }

    /** The same with what changes; what stays is left out. */
    public Check changing(List<Row> changed) {
        return new Check(
                title,
                lead,
                changed.stream()
                        .filter(row -> !row.before().equals(row.after()))
                        .toList(),
                warnings,
                effects,
                mailings,
                expect,
                button,
                back);
    }

    /** The same with what to look at twice. */
    public Check warning(List<String> ofWhat) {
        return new Check(title, lead, rows, ofWhat, effects, mailings, expect, button, back);
    }

    /** The same with a sentence more about what follows. */
    public Check with(List<String> sentences) {
        List<String> more = new ArrayList<>(effects);
        more.addAll(sentences);
        return new Check(title, lead, rows, warnings, more, mailings, expect, button, back);
    }

    /** The same with what the act does to others; names only where the reader may see them. */
    public Check foreseeing(Consequences consequences, boolean withNames) {
        List<String> sentences = new ArrayList<>(effects);
        sentences.addAll(sentences(BEFORE, consequences));
        return new Check(
                title,
                lead,
                rows,
                warnings,
                sentences,
                mailings(consequences, withNames),
                consequences.fingerprint(),
                button,
                back);
    }

    static List<Consequences.Mailing> mailings(Consequences consequences, boolean withNames) {
        return withNames
                ? consequences.mailings()
                : consequences.mailings().stream()
                        .map(one -> new Consequences.Mailing(one.kind(), one.label(), one.recipients(), List.of()))
                        .toList();
    }

    /** What has happened, in sentences. */
    static List<String> happened(Consequences consequences) {
        return sentences(AFTER, consequences);
    }

    /** Only what concerns people and money has a sentence; the change itself stands above. */
    private static List<String> sentences(String when, Consequences consequences) {
        return consequences.counts().entrySet().stream()
                .filter(count -> !Messages.textOrEmpty(when + count.getKey()).isEmpty())
                .map(count -> Messages.text(when + count.getKey(), "n", count.getValue()))
                .toList();
    }

    /** The page. */
    public CheckPage page(Form form) {
        return new CheckPage(this, form);
    }
}
