package de.digitallotsen.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class CheckCodeTest {

    @Test
    void has_twelve_characters_that_nobody_mixes_up() {
        assertThat(Stream.generate(CheckCode::next).limit(200))
                .allMatch(code -> code.matches("[A-HJ-NP-Z2-9]{12}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void is_read_in_three_groups_and_typed_as_people_type() {
        assertThat(CheckCode.spoken("7K3MQ9XA2PBD")).isEqualTo("7K3M-Q9XA-2PBD");
        for (String typed :
                new String[] {"7K3M-Q9XA-2PBD", "7k3mq9xa2pbd", " 7K3M Q9XA\u00a02PBD ", "7K3M–Q9XA–2PBD"}) {
            assertThat(CheckCode.matches("7K3MQ9XA2PBD", typed)).as(typed).isTrue();
        }
    }

    @Test
    void matches_nothing_else() {
        for (String typed : new String[] {"", "7K3M-Q9XA-2PBE", "7K3M-Q9XA", "7K3M-Q9XA-2PBD-2", "ÄÄÄÄÄÄÄÄÄÄÄÄ"}) {
            assertThat(CheckCode.matches("7K3MQ9XA2PBD", typed)).as(typed).isFalse();
        }
    }
}
