package de.digitallotsen.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import de.digitallotsen.kommune.ImportKommunen;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.kommune.RegisterFile;
import de.digitallotsen.settings.FoundProgramme;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.PortalSettings;
import jakarta.enterprise.context.ApplicationScoped;

/** What an empty database needs: the register, and a programme or the demo data. */
@ApplicationScoped
class FirstRows {

    private static final String REGISTER = "register/kommunen-niedersachsen.csv";

    private final Kommunen kommunen;
    private final ImportKommunen importKommunen;
    private final FoundProgramme foundProgramme;
    private final FirstProgramme firstProgramme;
    private final DemoData demoData;
    private final PortalSettings settings;

    FirstRows(
            Kommunen kommunen,
            ImportKommunen importKommunen,
            FoundProgramme foundProgramme,
            FirstProgramme firstProgramme,
            DemoData demoData,
            PortalSettings settings) {
        this.kommunen = kommunen;
        this.importKommunen = importKommunen;
        this.foundProgramme = foundProgramme;
        this.firstProgramme = firstProgramme;
        this.demoData = demoData;
        this.settings = settings;
    }

    /** Harmless where they are already. */
    void write() {
        if (kommunen.count() == 0) {
            importKommunen.handle(Actor.portal(), ImportKommunen.Command.of(RegisterFile.read(register())));
        }
        if (!foundProgramme.isMissing()) {
            return;
        }
        if (settings.demo()) {
            demoData.create();
        } else {
            foundProgramme.handle(firstProgramme.asCommand());
        }
    }

    private static String register() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(REGISTER)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
