package de.digitallotsen.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R38: what an operator writes into the settings comes out of the documents, too. */
class PrintedSettingsTest {

    private static PrintedSettings with(String name, String value) {
        return new PrintedSettings(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(name, value), "test", 100))
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "digitallotsen.operator.name,Studieninstitut 陳,陳,U+9673",
        "digitallotsen.operator.address,Weg 1 😀,😀,U+1F600",
        "digitallotsen.certificate.contents,Grundlagen → ⇒ Praxis,⇒,U+21D2",
        "digitallotsen.certificate.place,Hannover ✔,✔,U+2714",
        "digitallotsen.seminar.audience,Alle ★,★,U+2605",
        "digitallotsen.seminar.afterwards,Danach ☎,☎,U+260E",
        "digitallotsen.claim.account-holder,محمد,م,U+0645",
        "digitallotsen.programme.name,Lotse 漢,漢,U+6F22"
    })
    void names_the_setting_and_the_character(String name, String value, String character, String codePoint) {
        assertThatThrownBy(() -> with(name, value).requirePrintable(true))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("„" + character + "“")
                .hasMessageContaining(codePoint);
        assertThatCode(() -> with(name, value).requirePrintable(false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Müller‑Lüdenscheidt, Ḧasan, Ẍalid, Ẕiya", "§ 5 „Text“ – e.\u00a0V. … 5 €", "[bitte eintragen]"})
    void takes_what_the_documents_can_show(String value) {
        assertThatCode(() -> with("digitallotsen.operator.name", value).requirePrintable(true))
                .doesNotThrowAnyException();
    }

    @Test
    void tells_nothing_of_settings_that_no_document_shows() {
        assertThatCode(() -> with("digitallotsen.directory.client-secret", "陳").requirePrintable(true))
                .doesNotThrowAnyException();
    }
}
