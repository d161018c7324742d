package de.digitallotsen.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What the package says of itself is what lies in it: the same files, byte for byte. */
class BillOfMaterialsIT {

    /** Starts a development environment, and Quarkus leaves it out of what it packs. */
    private static final String LEFT_OUT = "io.quarkus.quarkus-ide-launcher-";

    private final Path folder = Path.of(System.getProperty("packaged.program")).getParent();

    @Test
    void lists_every_library_of_the_package_and_no_other() throws Exception {
        JsonNode bill = new ObjectMapper().readTree(folder.resolve("bom.json").toFile());
        assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("digitallotsen");
        Map<String, String> listed = new TreeMap<>();
        for (JsonNode part : bill.get("components")) {
            listed.put(fileOf(part), hashOf(part));
        }
        listed.keySet().removeIf(file -> file.startsWith(LEFT_OUT));
        assertThat(listed).hasSizeGreaterThan(100).isEqualTo(packed());
    }

    /** As Quarkus names the files of {@code lib}. */
    private static String fileOf(JsonNode part) {
        String address = part.get("purl").asText();
        String classifier = address.replaceAll("^(?:(?!classifier=).)*$|^.*classifier=([^&]*).*$", "$1");
        return part.get("group").asText() + "." + part.get("name").asText() + "-"
                + part.get("version").asText() + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }

    private static String hashOf(JsonNode part) {
        for (JsonNode hash : part.get("hashes")) {
            if ("SHA-256".equals(hash.get("alg").asText())) {
                return hash.get("content").asText();
            }
        }
        throw new AssertionError("No SHA-256 of " + part.get("purl"));
    }

    private Map<String, String> packed() throws IOException, GeneralSecurityException {
        Map<String, String> packed = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("lib"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                packed.put(file.getFileName().toString(), HexFormat.of().formatHex(hash));
            }
        }
        return packed;
    }
}
