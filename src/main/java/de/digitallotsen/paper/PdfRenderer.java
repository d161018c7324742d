package de.digitallotsen.paper;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.regex.Pattern;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Makes PDF from HTML: PDF/A-2a, so that it can be archived, and PDF/UA-1, so that a screen reader reads it. The same
 * HTML at the same time gives the same bytes. Loads nothing but its own fonts. Only a few at once: each takes memory
 * and a processor.
 */
@ApplicationScoped
class PdfRenderer {

    static final String PRODUCER = "Digitallotsen-Portal";
    /**
     * Stands for a character that the fonts do not have. The forms refuse those ({@code Printable}); a row may be older
     * than they are. A box and no question mark: nobody takes it for part of a name.
     */
    private static final String REPLACEMENT = "\u25AF";
    /** What nobody sees, and a font would draw all the same. */
    private static final Pattern INVISIBLE = Pattern.compile("[\u00AD\u200B-\u200D\u2060\uFEFF]");
    /** Behind every family that a sheet names: for the letters that it lacks. */
    private static final Set<FSFontUseCase> BEHIND = EnumSet.of(FSFontUseCase.FALLBACK_FINAL);

    static {
        // It tells of every font it loads.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final Clock clock;
    private final Semaphore rendering;
    private final long patienceMillis;
    private final byte[] regular;
    private final byte[] semiBold;
    private final byte[] regularBehind;
    private final byte[] semiBoldBehind;
    private final byte[] colours;

    PdfRenderer(Clock clock, PaperSettings settings) {
        this.clock = clock;
        this.rendering = new Semaphore(settings.atOnce(), true);
        this.patienceMillis = settings.patienceMillis();
        this.regular = resource("fonts/FiraSans_400Regular.ttf");
        this.semiBold = resource("fonts/FiraSans_600SemiBold.ttf");
        this.regularBehind = resource("fonts/NotoSans_400Regular.ttf");
        this.semiBoldBehind = resource("fonts/NotoSans_600SemiBold.ttf");
        this.colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    private static byte[] resource(String name) {
        try (InputStream file = PdfRenderer.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("Not packaged: " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param html well-formed XHTML with {@code lang} and {@code title}
     * @throws RefusedException BUSY if too many wait
     */
    byte[] render(String html) {
        return render(html, clock.instant());
    }

    /** The same as of that instant. */
    byte[] render(String html, Instant at) {
        try {
            if (!rendering.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new RefusedException(AccessRefusal.BUSY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RefusedException(AccessRefusal.BUSY);
        }
        try {
            return renderNow(html, at);
        } catch (IOException memoryOnly) {
            throw new UncheckedIOException(memoryOnly);
        } finally {
            rendering.release();
        }
    }

    private byte[] renderNow(String html, Instant at) throws IOException {
        try (PdfBoxRenderer renderer = builder(html).buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            date(pdf, at.truncatedTo(ChronoUnit.SECONDS));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private PdfRendererBuilder builder(String html) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(colours);
        builder.useFont(stream(regular), "Fira Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(stream(semiBold), "Fira Sans", 600, FontStyle.NORMAL, true);
        builder.useFont(stream(regularBehind), "Noto Sans", 400, FontStyle.NORMAL, true, BEHIND);
        builder.useFont(stream(semiBoldBehind), "Noto Sans", 600, FontStyle.NORMAL, true, BEHIND);
        builder.useReplacementText(REPLACEMENT);
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer(PRODUCER);
        builder.withHtmlContent(INVISIBLE.matcher(html).replaceAll(""), null);
        return builder;
    }

    private static FSSupplier<InputStream> stream(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    /**
     * The renderer takes the machine's time in two places, and the file's id from it; here all three are those of the
     * document.
     */
    private static void date(PDDocument pdf, Instant now) throws IOException {
        ZonedDateTime berlin = now.atZone(German.BERLIN);
        pdf.getDocumentInformation().setCreationDate(GregorianCalendar.from(berlin));
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String dated = xmp.replaceAll(
                "(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)",
                "$1" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(berlin) + "$2");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(now.toEpochMilli());
    }
}
