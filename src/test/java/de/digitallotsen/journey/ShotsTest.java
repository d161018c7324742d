package de.digitallotsen.journey;

import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.HeldSeminars;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.funding.AdjustBudget;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@PortalTest
class ShotsTest {
    @Inject Given given;
    @Inject TestClock clock;
    @Inject AdjustBudget adjust;
    @Inject Database database;
    @Inject CancelRegistration cancel;
    @Inject HeldSeminars held;
    @TestHTTPResource("/") URL address;

    @Test
    void shots() {
        Random r = new Random(3);
        List<String> all = database.rows("select ars from kommune where type not in ('MITGLIEDSGEMEINDE','GEMEINDEFREIES_GEBIET') order by rand(3) limit 150");
        long sem = given.aSeminar().withSeats(30).beginningOn(clock.today().plusDays(40)).published();
        long sem2 = given.aSeminar().withSeats(200).beginningOn(clock.today().plusDays(300)).published();
        Actor nsi = given.nsi();
        int i = 0;
        java.util.Set<String> came = new java.util.HashSet<>();
        for (String ars : all) {
            Actor a = given.staffOf(ars);
            String ref = given.registeredOrWaiting(a, i < 20 ? sem : sem2);
            if (i < 20 && i != 3) came.add(ref);
            if (i % 17 == 16) cancel.handle(a, ref);
            clock.pass(Duration.ofHours(i < 20 ? 24 : 10 + r.nextInt(40)));
            if (i == 60) held.closed(nsi, sem, came);
            i++;
        }
        adjust.handle(given.ministry(), new AdjustBudget.Command(-12_000_000L, "Kürzung"));
        for (boolean dark : new boolean[] {false, true}) for (int width : new int[] {1280, 390}) {
            try (Tab tab = Tab.open(address)) {
                tab.signIn(given.account(Role.MINISTRY, null));
                Page p = tab.page();
                p.setViewportSize(width, 900);
                p.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
                for (String path : List.of("/budget", "/prognose", "/abdeckung", "/abdeckung/kommunen", "/abdeckung/fruehere", "/protokoll", "/protokoll/pruefung", "/zahlen", "/buchungen")) {
                    tab.go(path);
                    p.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("/tmp/h-rep-shots/" + path.replace('/', '_') + "_" + width + (dark ? "_dark" : "") + ".png")));
                }
            }
        }
    }
}
