package de.digitallotsen.paper;

import java.time.Clock;
import java.time.Instant;

import de.digitallotsen.shared.web.PublicInformation;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** What every document is printed with: who sends it today, and the renderer. */
@ApplicationScoped
public class Print {

    private final PdfRenderer renderer;
    private final PublicInformation information;
    private final Clock clock;

    Print(PdfRenderer renderer, PublicInformation information, Clock clock) {
        this.renderer = renderer;
        this.information = information;
        this.clock = clock;
    }

    /** Who sends it, today. */
    public Sender sender() {
        return Sender.of(information, clock.instant());
    }

    /** Where a certificate can be checked; empty without a public address. */
    public String checkAddress() {
        return information.isPublic() ? information.publicUrl().replaceFirst("^https?://", "") + "/pruefen" : "";
    }

    /**
     * The document as PDF.
     *
     * @param name without a person's name
     * @throws de.digitallotsen.shared.RefusedException BUSY if too many are printed at once
     */
    public PdfFile file(String name, TemplateInstance sheet) {
        return file(name, sheet, clock.instant());
    }

    /** The same as of that instant: printed again it has the same bytes. */
    public PdfFile file(String name, TemplateInstance sheet, Instant at) {
        return new PdfFile(name, renderer.render(sheet.render(), at));
    }
}
