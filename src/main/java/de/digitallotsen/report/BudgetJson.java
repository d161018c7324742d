package de.digitallotsen.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.shared.Percentage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The position of a period, for programs; amounts in cents. */
@Schema(name = "Budget")
public record BudgetJson(
        String periodId,
        String periodName,
        LocalDate begin,
        LocalDate end,

        @Schema(description = "zugewiesen", examples = "20000000")
        long allocatedCents,

        @Schema(description = "gebunden: bestätigten Anmeldungen zugesagt", examples = "4000000")
        long reservedCents,

        @Schema(description = "festgestellt: die Teilnahme steht fest, das Land schuldet es", examples = "1000000")
        long spentCents,

        @Schema(description = "verfügbar: zugewiesen, nicht gebunden und nicht festgestellt", examples = "15000000")
        long availableCents,

        @Schema(description = "abgerufen: in eingereichten Mittelabrufen", examples = "800000")
        long claimedCents,

        @Schema(description = "gezahlt: vom Ministerium, nach Wertstellung", examples = "500000")
        long paidCents,

        long fundedRegistrations,
        long waitingForFunds,

        @Schema(description = "Landesanteile, auf die sie warten")
        long waitingForFundsCents,

        @Schema(description = "im Durchschnitt je geförderter Anmeldung")
        long averageSubsidyCents,

        @Schema(description = "gebunden und festgestellt, in ganzen Prozent des Zugewiesenen")
        int usedPercent,

        @Schema(description = "höchste erreichte Warnschwelle in Prozent, 0 wenn keine")
        int warningPercent,

        List<Integer> warningPercents,
        @Schema(description = "Stand") Instant at,

        @Schema(
                description =
                        "Anteile am Zugewiesenen in Zehntelprozent, zusammen 1000; alle 0, wenn nichts zugewiesen ist")
        SharesJson shares) {

    /** Shares of what is allocated, in tenths of a per cent that add up to 1000. */
    @Schema(name = "BudgetShares")
    public record SharesJson(int reserved, int spent, int available) {
        static SharesJson of(BudgetTotals totals) {
            List<Percentage> shares = totals.shares();
            return new SharesJson(
                    shares.get(1).tenths(),
                    shares.get(0).tenths(),
                    shares.get(2).tenths());
        }
    }

    /** The same in the words of the interface. */
    public static BudgetJson of(BudgetPosition.Position p) {
        return new BudgetJson(
                String.valueOf(p.period().id()),
                p.period().name(),
                p.period().firstDay(),
                p.period().lastDay(),
                p.totals().allocated(),
                p.totals().reserved(),
                p.totals().spent(),
                p.totals().available(),
                p.claims().claimed(),
                p.claims().paid(),
                p.fundedRegistrations(),
                p.waitingSum().registrations(),
                p.waitingSum().cents(),
                p.averageSubsidyCents(),
                p.totals().usedPercent(),
                p.warningPercent(),
                p.period().programme().warningPercents(),
                p.at(),
                SharesJson.of(p.totals()));
    }
}
