package de.digitallotsen.start;

import java.util.List;
import java.util.stream.StreamSupport;

import de.digitallotsen.shared.Printable;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Settings that stand in documents can be printed (R38): nobody types them into a form that could say so, and a letter
 * that is missing would show on every certificate.
 */
@ApplicationScoped
class PrintedSettings {

    private static final Logger LOG = Logger.getLogger(PrintedSettings.class);

    private static final List<String> PRINTED = List.of(
            "digitallotsen.operator.",
            "digitallotsen.certificate.",
            "digitallotsen.seminar.",
            "digitallotsen.claim.",
            "digitallotsen.programme.name");

    private final Config config;

    PrintedSettings(Config config) {
        this.config = config;
    }

    /**
     * Warns, or in production refuses.
     *
     * @throws StartRefusedException with the names of the settings and the characters
     */
    void requirePrintable(boolean inProduction) {
        List<String> unprintable = unprintable();
        if (unprintable.isEmpty()) {
            return;
        }
        String message = "In Bescheinigungen und Schreiben lassen sich nicht drucken: " + String.join("; ", unprintable)
                + ". Bitte in der Konfiguration durch lateinische Zeichen ersetzen (docs/operating.md).";
        if (inProduction) {
            throw new StartRefusedException(message);
        }
        LOG.warn(message);
    }

    private List<String> unprintable() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> PRINTED.stream().anyMatch(name::startsWith))
                .sorted()
                .flatMap(name -> config
                        .getOptionalValue(name, String.class)
                        .flatMap(Printable::firstOther)
                        .map(character -> name + " („" + character + "“, " + codePoint(character) + ")")
                        .stream())
                .toList();
    }

    /** {@code U+1F600}: some characters show nothing. */
    private static String codePoint(String character) {
        return String.format("U+%04X", character.codePointAt(0));
    }
}
