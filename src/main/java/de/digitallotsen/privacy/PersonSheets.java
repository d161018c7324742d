package de.digitallotsen.privacy;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.paper.Print;
import de.digitallotsen.paper.Sender;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** The report about a person on paper, to be handed over (Art. 15 DSGVO). */
@ApplicationScoped
public class PersonSheets {

    private final Print print;

    PersonSheets(Print print) {
        this.print = print;
    }

    @CheckedTemplate(basePath = "privacy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportSheet(Sender sender, String email, Instant at, List<HeldWords.Section> sections)
            implements TemplateInstance {}

    /** Its name says nothing about the person. */
    public PdfFile report(People.Report report) {
        return print.file(
                "auskunft.pdf",
                new ReportSheet(print.sender(), report.email(), report.at(), HeldWords.sections(report.holdings())));
    }
}
