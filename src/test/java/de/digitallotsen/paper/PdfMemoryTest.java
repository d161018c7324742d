package de.digitallotsen.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import de.digitallotsen.TestClock;
import org.junit.jupiter.api.Test;

/** The longest document there can be, a list of 500 people, in a program of its own with little memory. */
class PdfMemoryTest {

    /** Well below the 160 MB with which the portal lives. */
    private static final String HEAP = "-Xmx64m";

    /** Makes the list; what it prints is the number of bytes. */
    public static void main(String[] arguments) {
        System.out.println(new PdfRenderer(new TestClock(), PdfRendererTest.settings(1, 0)).render(list()).length);
    }

    private static String list() {
        String rows = IntStream.rangeClosed(1, 505)
                .mapToObj(number -> "<tr><td>" + number
                        + "</td><td>Freifrau von Musterhausen-Beispielberg</td><td>Maximiliane-Charlotte</td>"
                        + "<td>&#160;</td><td>&#160;</td><td>&#160;</td></tr>")
                .collect(Collectors.joining());
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"de\"><head><title>Liste</title><style>* {"
                + " font-family: \"Fira Sans\"; } table { -fs-table-paginate: paginate; } td { border: 1px solid"
                + " #000000; height: 9mm; }</style></head>"
                + "<body><table><thead><tr><th>Nr.</th><th>Name</th><th>Vorname</th><th>Tag 1</th><th>Tag"
                + " 2</th><th>Tag 3</th></tr></thead><tbody>"
                + rows + "</tbody></table></body></html>";
    }

    @Test
    void a_list_of_500_people_fits_into_64_megabytes() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PdfMemoryTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as(said).isZero();
        assertThat(said.strip().lines().reduce((earlier, last) -> last))
                .hasValueSatisfying(bytes -> assertThat(bytes).matches("\\d{5,7}"));
    }
}
