package de.digitallotsen.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceNamesTest {

    private static final String CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    @Test
    void says_in_words_what_a_browser_says_of_itself() {
        assertThat(DeviceNames.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox unter Windows");
        assertThat(DeviceNames.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) " + CHROME + " Edg/140.0.0.0"))
                .isEqualTo("Edge unter Windows");
        assertThat(DeviceNames.of("Mozilla/5.0 (Linux; Android 10; K) " + CHROME))
                .isEqualTo("Chrome unter Android");
        assertThat(DeviceNames.of("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) Version/18.0 Safari/605.1.15"))
                .isEqualTo("Safari unter macOS");
        assertThat(DeviceNames.of("<script>")).isEqualTo("Unbekannter Browser");
        assertThat(DeviceNames.of(null)).isEqualTo("Unbekannter Browser");
    }
}
