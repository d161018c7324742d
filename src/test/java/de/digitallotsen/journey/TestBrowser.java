package de.digitallotsen.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;

/**
 * The one browser of all journeys: the Chromium that Maven has fetched as an npm package, else one on the PATH, else
 * Playwright's own. None at all is a failure: a journey that was skipped has shown nothing.
 */
final class TestBrowser {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-gpu", "--no-zygote", "--disable-background-networking");
    private static Browser browser;

    private TestBrowser() {}

    /** Started once and used by every journey; ends with the tests. */
    static synchronized Browser get() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            BrowserType.LaunchOptions options =
                    new BrowserType.LaunchOptions().setArgs(ARGUMENTS).setTimeout(60_000);
            packaged().or(TestBrowser::onThePath).ifPresent(options::setExecutablePath);
            try {
                browser = playwright.chromium().launch(options);
            } catch (PlaywrightException none) {
                throw new AssertionError(
                        "No browser for the journeys. Is there target/browser/node_modules/@sparticuz/chromium,"
                                + " or a chromium on the PATH?",
                        none);
            }
        }
        return browser;
    }

    private static Optional<Path> packaged() {
        Path folder = Path.of(System.getProperty("browser.directory", "target/browser"))
                .toAbsolutePath();
        if (!Files.isDirectory(folder.resolve("node_modules/@sparticuz/chromium"))) {
            return Optional.empty();
        }
        try {
            Process node = new ProcessBuilder(
                            "node",
                            "--input-type=module",
                            "-e",
                            "import c from '@sparticuz/chromium'; console.log(await c.executablePath())")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String path = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return node.waitFor(60, TimeUnit.SECONDS) && node.exitValue() == 0
                    ? Optional.of(Path.of(path)).filter(Files::isExecutable)
                    : Optional.empty();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Optional<Path> onThePath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
