package de.digitallotsen.proof;

import java.util.List;

import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.paper.Print;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** A proof of use on paper. Of the same facts the same bytes, whenever it is printed (R36). */
@ApplicationScoped
public class ProofSheets {

    private final Print print;

    ProofSheets(Print print) {
        this.print = print;
    }

    /** A voucher in words. */
    public record Voucher(long number, String day, String reference, String purpose, long amountCents) {
        static Voucher of(ProofOfUse.Voucher v) {
            return new Voucher(
                    v.number(), German.date(v.day()), v.reference(), ProofSheets.purpose(v), v.amountCents());
        }
    }

    /** What the money was for. */
    static String purpose(ProofOfUse.Voucher voucher) {
        return Messages.text(
                "proof.purpose." + voucher.type(),
                "seminar",
                voucher.seminar(),
                "day",
                voucher.seminarDay(),
                "kommune",
                voucher.kommune());
    }

    /** A participation in words; {@code person} is empty unless names were asked for. */
    public record Line(
            String seminarDay,
            String reference,
            String kommune,
            String status,
            long days,
            long landCents,
            String person) {
        static Line of(ProofOfUse.Participation p) {
            return new Line(
                    German.date(p.seminarDay()),
                    p.reference(),
                    p.kommune(),
                    Messages.label(p.status()),
                    p.daysAttended(),
                    p.amount().landCents(),
                    p.person());
        }
    }

    /**
     * @param mark stands large on every page of what is not final; empty otherwise
     * @param check where the file can be checked
     */
    @CheckedTemplate(basePath = "proof", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProofSheet(ProofOfUse proof, String mark, String check, List<Voucher> vouchers, List<Line> lines)
            implements TemplateInstance {}

    /** @throws de.digitallotsen.shared.RefusedException BUSY if too many are printed at once */
    public PdfFile pdf(ProofOfUse proof) {
        return print.file(
                proof.fileName() + ".pdf",
                new ProofSheet(
                        proof,
                        proof.preview() ? "VORSCHAU" : proof.draft() ? "ENTWURF" : "",
                        print.checkAddress(),
                        proof.vouchers().stream().map(Voucher::of).toList(),
                        proof.participations().stream().map(Line::of).toList()),
                proof.at());
    }
}
