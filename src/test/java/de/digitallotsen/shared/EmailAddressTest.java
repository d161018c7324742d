package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R4, R37: one row an address as it is typed, pasted or imported, with what is kept or why it is refused. */
class EmailAddressTest {

    /** @param verdict what is kept, or the reason after an exclamation mark */
    record Row(String typed, String verdict) {
        @Override
        public String toString() {
            StringBuilder visible = new StringBuilder();
            typed.codePoints()
                    .forEach(c -> visible.append(
                            c < 0x20 || (c > 0x7e && !Character.isLetter(c))
                                    ? String.format("<%04X>", c)
                                    : Character.toString(c)));
            return visible + " → " + verdict;
        }
    }

    static Stream<Row> addresses() {
        String label63 = "b".repeat(63);
        return Stream.of(
                // Plain ones.
                new Row("max@example.org", "max@example.org"),
                new Row("Max.Muster@Example.ORG", "Max.Muster@example.org"),
                new Row("a+b@c.example", "a+b@c.example"),
                new Row("o'brien@stadt.example", "o'brien@stadt.example"),
                new Row("x_y-z@a-b.example", "x_y-z@a-b.example"),
                new Row("1@2.example", "1@2.example"),
                new Row("x@1und1.example", "x@1und1.example"),
                new Row("müller@nsi.example", "müller@nsi.example"),
                new Row("MÜLLER@nsi.example", "MÜLLER@nsi.example"),
                new Row("Ἀθηνᾶ@nsi.example", "Ἀθηνᾶ@nsi.example"),
                // Blanks of every kind around it, and characters that nobody sees anywhere.
                new Row(" x@example.org ", "x@example.org"),
                new Row("\tx@example.org\r\n", "x@example.org"),
                new Row("\u00a0x@example.org", "x@example.org"),
                new Row("x@example.org\u00a0", "x@example.org"),
                new Row("\u202fx@example.org\u2009", "x@example.org"),
                new Row("\u3000x@example.org", "x@example.org"),
                new Row("\u2800x@example.org", "x@example.org"),
                new Row("\u200bx@example.org", "x@example.org"),
                new Row("x\u200b@example.org", "x@example.org"),
                new Row("x@exam\u00adple.org", "x@example.org"),
                new Row("vor\u00adname@example.org", "vorname@example.org"),
                new Row("\u200ex@example.org", "x@example.org"),
                new Row("x@example.org\u200f", "x@example.org"),
                new Row("\u202ax@example.org\u202c", "x@example.org"),
                new Row("\u2066x@example.org\u2069", "x@example.org"),
                new Row("\ufeffx@example.org", "x@example.org"),
                new Row("x\u200d@example.org", "x@example.org"),
                new Row("x\u200c@example.org", "x@example.org"),
                new Row("x\u2060@example.org", "x@example.org"),
                new Row("x\ufe0f@example.org", "x@example.org"),
                // Normal forms of Unicode.
                new Row("mu\u0308ller@nsi.example", "müller@nsi.example"),
                new Row("ｍａｘ@example.org", "max@example.org"),
                new Row("max＠example.org", "max@example.org"),
                new Row("max@ｅｘａｍｐｌｅ．ｏｒｇ", "max@example.org"),
                new Row("\u212angstrom@example.org", "Kngstrom@example.org"),
                new Row("\ufb01scher@example.org", "fischer@example.org"),
                // Domains: IDNA 2008, one form for both ways of writing them.
                new Row("x@münster.example", "x@xn--mnster-3ya.example"),
                new Row("x@MÜNSTER.example", "x@xn--mnster-3ya.example"),
                new Row("x@mu\u0308nster.example", "x@xn--mnster-3ya.example"),
                new Row("x@xn--mnster-3ya.example", "x@xn--mnster-3ya.example"),
                new Row("x@XN--MNSTER-3YA.example", "x@xn--mnster-3ya.example"),
                new Row("x@straße.example", "x@xn--strae-oqa.example"),
                new Row("x@strasse.example", "x@strasse.example"),
                new Row("x@großenkneten.example", "x@xn--groenkneten-x6a.example"),
                new Row("x@großefehn.example", "x@xn--groefehn-sya.example"),
                new Row("x@firma.xn--vermgensberatung-pwb", "x@firma.xn--vermgensberatung-pwb"),
                new Row("x@firma.vermögensberatung", "x@firma.xn--vermgensberatung-pwb"),
                new Row("x@παράδειγμα.example", "x@xn--hxajbheg2az3al.example"),
                new Row("x@example。org", "x@example.org"),
                new Row("x@" + label63 + ".example", "x@" + label63 + ".example"),
                new Row("a".repeat(64) + "@example.org", "a".repeat(64) + "@example.org"),
                // Refused, each for its own reason.
                new Row("", "!input.email"),
                new Row("\u00a0\u200b", "!input.email"),
                new Row("anna", "!input.email-at"),
                new Row("anna@", "!input.email-at"),
                new Row("@stadt.example", "!input.email-at"),
                new Row("anna@@stadt.example", "!input.email-at"),
                new Row("a@b@stadt.example", "!input.email-at"),
                new Row("an na@stadt.example", "!input.email-blank"),
                new Row("anna @stadt.example", "!input.email-blank"),
                new Row("anna@\u00a0stadt.example", "!input.email-blank"),
                new Row("anna@stadt.example bernd@stadt.example", "!input.email-blank"),
                new Row("anna@stadt.example\nBcc: alle@welt.example", "!input.email-blank"),
                new Row("max.@example.org", "!input.email-dots"),
                new Row(".max@example.org", "!input.email-dots"),
                new Row("a..b@example.org", "!input.email-dots"),
                new Row("max…@example.org", "!input.email-dots"),
                new Row("<anna@stadt.example>", "!input.email-characters"),
                new Row("\"anna\"@stadt.example", "!input.email-characters"),
                new Row("anna,b@stadt.example", "!input.email-characters"),
                new Row("anna;b@stadt.example", "!input.email-characters"),
                new Row("mailto:anna@stadt.example", "!input.email-characters"),
                new Row("o’brien@stadt.example", "!input.email-characters"),
                new Row("x´y@stadt.example", "!input.email-characters"),
                new Row("anna\u202e@stadt.example", "!input.email-characters"),
                new Row("anna\u0007@stadt.example", "!input.email-characters"),
                new Row("a".repeat(65) + "@example.org", "!input.email-local-too-long"),
                new Row("ü".repeat(33) + "@example.org", "!input.email-local-too-long"),
                new Row("anna@stadt..example", "!input.email-domain-dots"),
                new Row("anna@.stadt.example", "!input.email-domain-dots"),
                new Row("anna@stadt.example.", "!input.email-domain-dots"),
                new Row("x@" + "b".repeat(64) + ".example", "!input.email-label-too-long"),
                new Row("x@" + "ü".repeat(60) + ".example", "!input.email-label-too-long"),
                new Row("a".repeat(60) + "@" + (label63 + ".").repeat(3) + "example", "!input.email-too-long"),
                new Row("x@" + (label63 + ".").repeat(4) + "example", "!input.email-too-long"),
                new Row("anna@-stadt.example", "!input.email-domain"),
                new Row("anna@stadt-.example", "!input.email-domain"),
                new Row("anna@sta_dt.example", "!input.email-domain"),
                new Row("anna@[127.0.0.1]", "!input.email-domain"),
                new Row("anna@sta♥dt.example", "!input.email-domain"),
                new Row("anna@xn--mnster-3yb999.example", "!input.email-domain"),
                new Row("anna@stadt", "!input.email-top"),
                new Row("anna@stadt.e", "!input.email-top"),
                new Row("anna@127.0.0.1", "!input.email-top"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void keeps_or_refuses(Row row) {
        EmailAddress.Reading reading = EmailAddress.read(row.typed());
        assertThat(
                        reading.address() == null
                                ? "!" + reading.problem()
                                : reading.address().stored())
                .isEqualTo(row.verdict());
        if (reading.address() != null) {
            EmailAddress again = EmailAddress.read(reading.address().stored()).address();
            assertThat(again).isEqualTo(reading.address());
            assertThat(EmailAddress.read(again.shown()).address()).isEqualTo(again);
            assertThat(EmailAddress.keyOf(again.key())).isEqualTo(again.key());
        } else {
            assertThat(Messages.text(reading.problem(), "label", "E-Mail-Adresse"))
                    .doesNotContain("{");
        }
    }

    /** @param same whether it is one person's address */
    record Pair(String one, String other, boolean same) {}

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair("x@example.org", "\u00a0x@example.org", true),
                new Pair("x@example.org", "X@EXAMPLE.org", true),
                new Pair("x@münster.example", "x@xn--mnster-3ya.example", true),
                new Pair("Jörg@Stadt.example", "jo\u0308rg@stadt.example", true),
                new Pair("ΝΙΚΟΣ@stadt.example", "νικος@stadt.example", true),
                new Pair("νικοσ@stadt.example", "νικος@stadt.example", true),
                new Pair("GROẞ@stadt.example", "groß@stadt.example", true),
                new Pair("ｘ@example.org", "x@example.org", true),
                new Pair("pérsonal@stadt.example", "personal@stadt.example", false),
                new Pair("müller@stadt.example", "muller@stadt.example", false),
                new Pair("müller@stadt.example", "mueller@stadt.example", false),
                new Pair("groß@stadt.example", "gross@stadt.example", false),
                new Pair("x@straße.example", "x@strasse.example", false),
                new Pair("x.y@example.org", "xy@example.org", false),
                new Pair("x+1@example.org", "x@example.org", false),
                new Pair("İ@example.org", "i@example.org", false),
                new Pair("x@example.org", "x@example.com", false));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void decides_what_is_the_same_by_its_key(Pair pair) {
        assertThat(EmailAddress.keyOf(pair.one()).equals(EmailAddress.keyOf(pair.other())))
                .isEqualTo(pair.same());
    }

    @Test
    void shows_people_the_domain_as_they_read_it() {
        assertThat(EmailAddress.shown("x@xn--mnster-3ya.example")).isEqualTo("x@münster.example");
        assertThat(EmailAddress.shown("x@xn--strae-oqa.example")).isEqualTo("x@straße.example");
        assertThat(EmailAddress.shown("gelöscht")).isEqualTo("gelöscht");
        assertThat(EmailAddress.shown((String) null)).isNull();
    }

    /** Strangers type it before they have signed in. */
    @Test
    void takes_no_time_for_what_is_far_too_long() {
        for (String text : new String[] {
            "x@" + "ü".repeat(60_000) + ".example", "x@a" + " ".repeat(60_000) + "b.example", "x".repeat(60_000)
        }) {
            assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                            java.time.Duration.ofSeconds(1), () -> EmailAddress.read(text)))
                    .extracting(EmailAddress.Reading::address)
                    .isNull();
        }
    }

    @Test
    void has_a_key_for_what_is_no_address_that_no_address_has() {
        assertThat(EmailAddress.keyOf("max.@example.org")).startsWith("? ");
        assertThat(EmailAddress.keyOf(null)).isNull();
        assertThat(EmailAddress.keyOf(" ")).isNull();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void reads_all_normal_forms_alike(Row row) {
        String decomposed = Normalizer.normalize(row.typed(), Normalizer.Form.NFD);
        assertThat(EmailAddress.keyOf(decomposed)).isEqualTo(EmailAddress.keyOf(row.typed()));
    }
}
