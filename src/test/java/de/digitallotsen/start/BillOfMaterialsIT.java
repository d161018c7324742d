package de.digitallotsen.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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

    private final Path folder = Path.of(System.getProperty("packaged.program")).getParent();

    @Test
    void lists_every_library_of_the_package_and_no_other() throws Exception {
        JsonNode bill = new ObjectMapper().readTree(folder.resolve("bom.json").toFile());
        assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
        Map<String, String> listed = new TreeMap<>();
        for (JsonNode part : bill.get("components")) {
            for (JsonNode place : part.at("/evidence/occurrences")) {
                String file = place.get("location").asText();
                if (file.startsWith("lib/")) {
                    listed.put(file, hashOf(part));
                    assertThat(part.path("purl").asText()).as(file).startsWith("pkg:maven/");
                }
            }
        }
        assertThat(listed).hasSizeGreaterThan(100).isEqualTo(packed());
    }

    private static String hashOf(JsonNode part) {
        for (JsonNode hash : part.get("hashes")) {
            if ("SHA-256".equals(hash.get("alg").asText())) {
                return hash.get("content").asText();
            }
        }
        throw new AssertionError("No SHA-256 of " + part.get("name"));
    }

    private Map<String, String> packed() throws IOException, GeneralSecurityException {
        Map<String, String> packed = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("lib"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                packed.put(
                        folder.relativize(file).toString().replace(File.separatorChar, '/'),
                        HexFormat.of().formatHex(hash));
            }
        }
        return packed;
    }
}
