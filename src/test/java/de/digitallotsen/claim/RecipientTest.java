package de.digitallotsen.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.shared.PortalSettings;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** Nobody asks for money without saying where it goes. */
@PortalTest
class RecipientTest {

    @Inject
    Given given;

    @Inject
    AttendanceFixture held;

    @Inject
    PrepareClaim prepare;

    @Inject
    SubmitClaim submit;

    @Inject
    ClaimSearch search;

    @Inject
    PortalSettings portal;

    @Inject
    Recipient configured;

    @Inject
    Config config;

    private record Settings(String referenceNumber, String accountHolder, String iban) implements RecipientSettings {}

    private Recipient recipient(String referenceNumber, String accountHolder, String iban) {
        return new Recipient(new Settings(referenceNumber, accountHolder, iban), portal);
    }

    @Test
    void names_each_setting_that_is_missing_or_wrong() {
        assertThat(recipient("42.1", "NSI", "DE02120300000000202051").missing()).isEmpty();
        assertThat(recipient("[bitte eintragen]", " ", "[bitte eintragen]").missing())
                .containsExactly(
                        "digitallotsen.claim.reference-number",
                        "digitallotsen.claim.account-holder",
                        "digitallotsen.claim.iban");
        assertThat(recipient("42.1", "NSI", "DE02120300000000202052").missing())
                .containsExactly("digitallotsen.claim.iban (keine gültige IBAN)");
        assertThat(configured.missing()).isEmpty();
        assertThat(configured.iban()).isEqualTo("DE02 1203 0000 0000 2020 51");
        assertThat(config.getValue("digitallotsen.claim.iban", String.class)).doesNotContain(" ");
    }

    @Test
    void a_claim_is_not_submitted_without_and_stays_a_draft() {
        held.where(AttendanceFixture.ALL_DAYS, "Eins");
        long claim = prepare.handle(given.nsi(), new PrepareClaim.Command(null, List.of()));
        QuarkusMock.installMockForType(recipient("[bitte eintragen]", "NSI", "DE00"), Recipient.class);
        assertThat(Refused.with(ClaimRefusal.RECIPIENT_MISSING, () -> submit.handle(given.nsi(), claim))
                        .text())
                .contains("digitallotsen.claim.reference-number")
                .contains("digitallotsen.claim.iban (keine gültige IBAN)")
                .doesNotContain("account-holder");
        assertThat(search.require(given.nsi(), claim).status()).isEqualTo(ClaimStatus.DRAFT);
        assertThat(search.history(search.require(given.nsi(), claim))).hasSize(1);
    }
}
