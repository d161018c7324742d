package de.digitallotsen.proof;

import java.util.List;

import de.digitallotsen.claim.Recipient;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.paper.Print;
import de.digitallotsen.paper.Sender;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** A proof of use on paper; its hash stands at its end. */
@ApplicationScoped
public class ProofSheets {

    private final Print print;
    private final Recipient recipient;

    ProofSheets(Print print, Recipient recipient) {
        this.print = print;
        this.recipient = recipient;
    }

    /** A voucher in words. */
    public record Voucher(String day, String reference, String payee, String purpose, long amountCents) {
        static Voucher of(ProofOfUse.Voucher v) {
            return new Voucher(German.date(v.day()), v.reference(), v.payee(), ProofSheets.purpose(v), v.amountCents());
        }
    }

    /** What the money was for. */
    public static String purpose(ProofOfUse.Voucher voucher) {
        return Messages.text(
                "proof.purpose." + voucher.type(), "seminar", voucher.seminar(), "day", voucher.seminarDay());
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

    @CheckedTemplate(basePath = "proof", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProofSheet(Sender sender, Recipient recipient, ProofOfUse proof, List<Voucher> vouchers, List<Line> lines)
            implements TemplateInstance {}

    /** @throws de.digitallotsen.shared.RefusedException BUSY if too many are printed at once */
    public PdfFile pdf(ProofOfUse proof) {
        String name = proof.fileName() + ".pdf";
        return print.file(
                name,
                new ProofSheet(
                        print.sender(),
                        recipient,
                        proof,
                        proof.vouchers().stream().map(Voucher::of).toList(),
                        proof.participations().stream().map(Line::of).toList()));
    }
}
