package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R37: one row a name as it is typed or pasted, with what is kept; „!“ where it is refused. */
class PersonNameTest {

    record Row(String typed, String kept) {}

    private static Row same(String name) {
        return new Row(name, name);
    }

    static Stream<Row> names() {
        return Stream.of(
                // Latin letters of DIN 91379, as they are typed.
                same("Anna"),
                same("Müller"),
                same("Groß"),
                same("GROẞ"),
                same("Öztürk"),
                same("Çelik"),
                same("Yıldız"),
                same("İnci"),
                same("Łukasz"),
                same("Đorđe"),
                same("Ljubiša"),
                same("Žižek"),
                same("Nguyễn Thị"),
                same("Þórdís"),
                same("Ægir"),
                same("Søren"),
                same("Åse"),
                same("Œuvrard"),
                same("Ħal"),
                same("Ŋala"),
                same("Ŧeppo"),
                same("Əli"),
                same("Ẍalid"),
                same("Ḧasan"),
                same("Ẕiya"),
                same("Țepeș"),
                same("Ķēniņš"),
                same("Ġorġ"),
                same("Ǧamāl"),
                same("ʿAbd"),
                same("ʾAmīn"),
                same("Maŕta"),
                same("M\u0302ia"),
                same("C\u0328h\u0306ak"),
                same("Z\u0304ahra"),
                // Greek and Cyrillic of the standard, and beyond.
                same("Ἀθηνᾶ"),
                same("Νίκος"),
                same("Йорданка"),
                same("Љубиша"),
                same("Ѐлена"),
                // Beyond DIN 91379, Greek and Cyrillic no document can print them (R38).
                new Row("شيرين", "!"),
                new Row("李小龙", "!"),
                new Row("𠮷田", "!"),
                new Row("می\u200cخواهم", "!"),
                // Signs that belong to names.
                same("O’Neill"),
                same("O'Neill"),
                same("'t Hooft"),
                same("-Müller"),
                same("Müller\u2011Lüdenscheidt"),
                same("Anna-Lena v. d. Heide (geb. Müller)"),
                same("d’Arc, Jr."),
                // Normal forms.
                new Row(Normalizer.normalize("Jörg Müller", Normalizer.Form.NFD), "Jörg Müller"),
                new Row(Normalizer.normalize("Nguyễn Thị", Normalizer.Form.NFD), "Nguyễn Thị"),
                new Row("A\u030angstro\u0308m", "Ångström"),
                new Row("\u212bngström", "Ångström"),
                new Row("Z\u030carko", "Žarko"),
                new Row("e\u0323\u0302", "ệ"),
                new Row("e\u0302\u0323", "ệ"),
                // Characters that nobody sees.
                new Row("Mül\u00adler", "Müller"),
                new Row("\u200eAnna", "Anna"),
                new Row("Anna\u200f", "Anna"),
                new Row("\u202aAnna\u202c", "Anna"),
                new Row("An\u2066na\u2069", "Anna"),
                new Row("\ufeffAnna", "Anna"),
                new Row("An\u200bna", "Anna"),
                new Row("An\u200dna", "Anna"),
                new Row("An\u200cna", "Anna"),
                new Row("An\u2060na", "Anna"),
                new Row("Anna\ufe0f", "Anna"),
                new Row("An\u034fna", "Anna"),
                new Row("An\u061cna", "Anna"),
                new Row("An\u180ena", "Anna"),
                new Row("\u3164Anna", "Anna"),
                new Row("An\udb40\udc41na", "Anna"),
                // Blanks of every kind.
                new Row("  Anna \n", "Anna"),
                new Row("\u00a0Anna\u202f", "Anna"),
                new Row("\u3000Anna", "Anna"),
                new Row("von  der   Heide", "von der Heide"),
                new Row("von\u00a0der\u2009Heide", "von der Heide"),
                new Row("von\tder Heide", "von der Heide"),
                new Row("von\u200b der Heide", "von der Heide"),
                new Row("v.\u00a0d.\u202fHeide", "v. d. Heide"),
                new Row("\u2028Anna\u2029", "Anna"),
                new Row("\u2800", "!"),
                new Row("\u00ad\u200b", "!"),
                // What breaks lists and mails, or shows letters in another order than they stand in.
                new Row("An\u0000na", "!"),
                new Row("An\nna", "!"),
                new Row("An\u001bna", "!"),
                new Row("An\u0085na", "!"),
                new Row("An\u202ena", "!"),
                new Row("An\u202dna", "!"),
                new Row("An\u2028na", "!"),
                new Row("An\ue000na", "!"),
                new Row("An\ud800na", "!"),
                new Row("An\uffffna", "!"),
                // Ways to somewhere else.
                new Row("Anna www.boese.example", "!"),
                new Row("anna@stadt.example", "!"),
                new Row("anna ＠ stadt", "!"),
                new Row("boese\u00ad.com", "!"),
                new Row("Gewinn bit.ly/3xYz", "!"),
                new Row("boese.example/anna", "!"),
                new Row("a.bc/", "!"),
                new Row("Anna boese.info", "!"),
                new Row("boese.SHOP", "!"),
                new Row("boese.online", "!"),
                new Row("boese.site", "!"),
                new Row("boese.app", "!"),
                new Row("boese.dev", "!"),
                new Row("boese.me", "!"),
                new Row("t.co/abc", "!"),
                new Row("boese.co", "!"),
                new Row("boese.ly", "!"),
                new Row("boese.at", "!"),
                new Row("boese.ch", "!"),
                new Row("boese.uk", "!"),
                new Row("boese.link", "!"),
                new Row("boese.click", "!"),
                new Row("(boese.click)", "!"),
                new Row("Gewinn boese.example", "!"),
                new Row("boese.test", "!"),
                new Row("boese.localhost", "!"),
                new Row("boese.fr", "!"),
                new Row("boese.it", "!"),
                new Row("boese.pl", "!"),
                new Row("boese.nl", "!"),
                new Row("boese.tk", "!"),
                new Row("boese.zip", "!"),
                new Row("boese.cloud", "!"),
                new Row("boese.store", "!"),
                new Row("boese.page", "!"),
                new Row("boese.berlin", "!"),
                new Row("sub.boese.dk/x", "!"),
                new Row("boese.ab/in/x", "!"),
                // Shortened words are no such ways.
                same("von der Leyen-Müller"),
                same("Jean-Luc"),
                same("d.h."),
                same("Dr.med. Ö."),
                same("M. Sc."),
                same("stellv.Leiter/in"),
                same("stv.Amtsleiter/in"),
                same("Abt.Org"),
                same("Abt.IT"),
                same("Abt.Ordnung/Soziales"),
                same("Sachb.in"),
                same("Verw.-Ang.in"),
                same("Ref.Digital"),
                same("Leit.Angest.r/in"),
                same("St.Georg"),
                same("Prof.Dr.med.habil."),
                same("Dipl.Ing"),
                same("Dipl.Ing. Anna"),
                same("St.Pauli"),
                same("Dr.phil"),
                same("v.d.Heide"),
                same("e.V."),
                same("Anna/Berta"),
                same("Sachb./Leitung"),
                same("St.Chantal"),
                same("Dr.med. Meier"));
    }

    @Test
    void is_long_enough_to_say_something() {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void keeps_or_refuses(Row row) {
        Input input = new Input();
        String kept = input.requiredName("name", "Name", row.typed(), 80);
        assertThat(input.isFine() ? kept : "!").isEqualTo(row.kept());
        if (input.isFine()) {
            assertThat(Normalizer.isNormalized(kept, Normalizer.Form.NFC)).isTrue();
            assertThat(PersonName.of(kept)).hasValue(new PersonName(kept));
            assertThat(VisibleText.lines(kept)).isEqualTo(kept);
        }
    }
}
