package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import de.digitallotsen.Given;
import de.digitallotsen.account.User;

/**
 * A tab in a fresh browser profile. Things are found as people find them, by role and label. Whatever the journey
 * passes is looked at for barriers; an error in the console or a request to another host fails the journey at its end.
 */
final class Tab implements AutoCloseable {

    /** Pages already looked at by some journey, by what they are: the same page is the same in the next journey. */
    private static final Set<String> SEEN = new HashSet<>();

    /** Lists to choose from that are too narrow on a desk: for what is chosen, and in a filter for any entry. */
    private static final String CUT_OFF = """
            [...document.querySelectorAll('main select')].filter(list => list.offsetParent).flatMap(list => {
              const style = getComputedStyle(list);
              const pen = document.createElement('canvas').getContext('2d');
              pen.font = style.font;
              const room = list.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
              const all = list.closest('.filter');
              return innerWidth < 1000 ? [] : [...list.options].filter(entry => all || entry.selected)
                  .filter(entry => pen.measureText(entry.label).width > room + 1)
                  .map(entry => list.id + ': ' + entry.label);
            }).join('; ')""";

    /** What belongs side by side on a desk and is not: a form and its summary, from and to. */
    private static final String NOT_BESIDE = """
            [...document.querySelectorAll('main .beside, main .filter__span')].filter(pair => innerWidth > 1000)
                .filter(pair => new Set([...pair.children].map(one => Math.round(one.getBoundingClientRect().top)))
                    .size > 1)
                .map(pair => pair.className + ': ' + pair.innerText.slice(0, 60)).join('; ')""";

    /** Fields of a row that do not stand on one line, although nothing is wrong with them. */
    private static final String NOT_ALIGNED = """
            [...document.querySelectorAll('main .form-row:not(:has(.kern-error))')].filter(row => innerWidth > 1000)
                .filter(row => {
                  const fields = [...row.querySelectorAll('input:not([type=checkbox]):not([type=radio]), select')]
                      .filter(field => field.offsetParent);
                  const tops = fields.map(field => Math.round(field.getBoundingClientRect().bottom));
                  return tops.some(top => tops.some(other => other !== top && Math.abs(other - top) < 40));
                }).map(row => row.innerText.slice(0, 80)).join('; ')""";

    private static final int DESK = 1280;
    private static final int TELEPHONE = 390;

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final boolean scripts;
    private final List<String> faults = new ArrayList<>();

    private Tab(URL address, boolean scripts) {
        this.address = address.toString().replaceAll("/$", "");
        this.scripts = scripts;
        context = TestBrowser.get()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(DESK, 900)
                        .setLocale("de-DE")
                        .setTimezoneId("Europe/Berlin")
                        .setAcceptDownloads(true));
        context.setDefaultTimeout(15_000);
        context.onRequest(request -> {
            URI uri = URI.create(request.url());
            if (uri.getHost() != null && !uri.getHost().equals(address.getHost())) {
                faults.add("request to somebody else: " + request.url());
            }
        });
        context.onResponse(response -> {
            if (response.status() >= 500
                    || (response.status() == 404 && !response.request().isNavigationRequest())) {
                faults.add(response.status() + " from " + response.url());
            }
        });
        page = context.newPage();
        page.onPageError(error -> faults.add("script: " + error));
        page.onConsoleMessage(message -> {
            // A form that comes back with errors has status 4xx, and the browser notes that.
            boolean refusedForm = message.text().contains("the server responded with a status of 4");
            // axe knocks at every frame; the one that shows a mail is a stranger to its page, as it should be.
            boolean axeKnocks = message.text().contains("'postMessage'")
                    && message.text().contains("recipient window's origin ('null')");
            if (!axeKnocks && ("error".equals(message.type()) || "warning".equals(message.type())) && !refusedForm) {
                faults.add("console: " + message.text());
            }
        });
    }

    static Tab open(URL address) {
        return new Tab(address, true);
    }

    static Tab withoutScripts(URL address) {
        return new Tab(address, false);
    }

    boolean runsScripts() {
        return scripts;
    }

    Page page() {
        return page;
    }

    void go(String path) {
        page.navigate(address + path);
    }

    /** The path on which the tab stands, without parameters. */
    String path() {
        return URI.create(page.url()).getPath();
    }

    void signIn(User user) {
        go("/einloggen");
        type("E-Mail-Adresse", user.email());
        type("Passwort", Given.PASSWORD);
        press("Einloggen");
    }

    /** Types into the field with that label, instead of what stood there. */
    void type(String label, String text) {
        field(label).fill(text);
    }

    Locator field(String label) {
        return page.getByRole(AriaRole.MAIN)
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first();
    }

    /** A field whose label goes on with „(freiwillig)“. */
    Locator optionalField(String label) {
        return page.getByRole(AriaRole.MAIN).getByLabel(label + " (freiwillig)");
    }

    void tick(String label) {
        page.getByLabel(label).check();
    }

    void press(String button) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click(click());
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click(click());
    }

    void navigate(String link) {
        Locator menu = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Hauptnavigation"));
        Locator way = menu.getByRole(
                AriaRole.LINK, new Locator.GetByRoleOptions().setName(link).setExact(true));
        if (way.count() == 0) {
            // It stands below a heading that is closed.
            menu.locator("details")
                    .filter(new Locator.FilterOptions().setHasText(link))
                    .locator("summary")
                    .click(click());
        }
        way.click(click());
    }

    /** Whether a thing stands still is asked of a script; without any, it is clicked where it is. */
    private Locator.ClickOptions click() {
        return new Locator.ClickOptions().setForce(!scripts);
    }

    void heading(String text) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(text);
    }

    /** That text stands in the main part of the page. */
    void reads(String text) {
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(text);
    }

    void readsNot(String text) {
        assertThat(page.getByRole(AriaRole.MAIN)).not().containsText(text);
    }

    /** What was done is said. */
    void says(String text) {
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText(text);
    }

    /** The form came back: its summary says so, is read first and leads to the field. */
    void complains(String message) {
        assertThat(page).hasTitle(java.util.regex.Pattern.compile("^Fehler: .*"));
        Locator summary = page.getByRole(AriaRole.ALERT);
        assertThat(summary).containsText(message);
        if (scripts) {
            assertThat(summary).isFocused();
        }
    }

    /** From now on the window is as wide as a telephone. */
    void onATelephone() {
        page.setViewportSize(TELEPHONE, 844);
    }

    void onADesk() {
        page.setViewportSize(DESK, 900);
    }

    /**
     * Looks at the page as it stands: no barrier that axe knows, light and dark, on a desk and on a telephone, and
     * nothing to scroll sideways.
     */
    void look() {
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        String kind = path().replaceAll("/[A-HJ-NP-Z2-9]{8}", "/{reference}").replaceAll("/\\d+", "/{id}") + " "
                + page.title().replaceAll("\\d.*", "") + " "
                + page.getByRole(AriaRole.ALERT).count();
        if (!scripts || !SEEN.add(kind)) {
            return;
        }
        for (int width : new int[] {DESK, TELEPHONE}) {
            page.setViewportSize(width, 900);
            assertThat(((Number) page.evaluate(
                                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                            .intValue())
                    .as("%s at %s px: to scroll sideways", kind, width)
                    .isLessThanOrEqualTo(0);
            assertThat((String) page.evaluate(CUT_OFF))
                    .as("%s at %s px: lists that cut off what is chosen", kind, width)
                    .isEmpty();
            assertThat((String) page.evaluate(NOT_BESIDE))
                    .as("%s at %s px: side by side", kind, width)
                    .isEmpty();
            assertThat((String) page.evaluate(NOT_ALIGNED))
                    .as("%s at %s px: on one line", kind, width)
                    .isEmpty();
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                List<Rule> barriers =
                        new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
                assertThat(barriers.stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().stream()
                                                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                                .toList())
                                .toList())
                        .as("%s, %s px, %s", kind, width, scheme)
                        .isEmpty();
            }
        }
        page.setViewportSize(DESK, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Presses Tab until the element with that role and name has the focus, and sees that it shows. */
    void tabTo(AriaRole role, String name) {
        Locator wanted =
                page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            assertThat(isFocusVisible())
                    .as(
                            "focus is visible on the way to %s: %s",
                            name, page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
                    .isTrue();
            for (Locator found : wanted.all()) {
                if ((Boolean) found.evaluate("e => e === document.activeElement")) {
                    return;
                }
            }
        }
        throw new AssertionError("No way with the Tab key to " + role + " " + name);
    }

    /** The element, or what draws it, has an outline or a shadow that it has not got without the focus. */
    private boolean isFocusVisible() {
        return (Boolean) page.evaluate("""
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return true;
                  const marks = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'borderColor',
                      'backgroundColor', 'textDecorationLine', 'textDecorationThickness'];
                  const style = (x, part) => marks.map(mark => getComputedStyle(x, part)[mark]).join(' ');
                  const look = () => [e, e.nextElementSibling, e.parentElement].filter(x => x)
                      .flatMap(x => ['', '::before', '::after'].map(part => style(x, part))).join('|');
                  const focused = look();
                  e.blur();
                  const plain = look();
                  e.focus({preventScroll: true, focusVisible: true});
                  return focused !== plain;
                }""");
    }

    void key(String key) {
        page.keyboard().press(key);
    }

    void keys(String text) {
        page.keyboard().type(text);
    }

    @Override
    public void close() {
        context.close();
        assertThat(faults)
                .as("console, scripts and requests of the whole journey")
                .isEmpty();
    }
}
