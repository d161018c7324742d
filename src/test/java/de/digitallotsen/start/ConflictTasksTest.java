package de.digitallotsen.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.SwitchAccount;
import de.digitallotsen.account.User;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.Reference;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.TaskSource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the migration noted as the same stands on the start page until somebody has decided (R37, adr/0050). */
@PortalTest
class ConflictTasksTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    @Any
    Instance<TaskSource> sources;

    @Inject
    CancelRegistration cancel;

    @Inject
    SubstituteParticipant substitute;

    @Inject
    SwitchAccount switchAccount;

    private List<String> tasks(Actor actor) {
        return sources.stream()
                .flatMap(source -> source.tasks(actor).stream())
                .map(TaskSource.Task::text)
                .filter(text -> text.contains("Dieselbe Person") || text.contains("dieselbe E-Mail-Adresse"))
                .toList();
    }

    @AfterEach
    void away() throws SQLException {
        database.writePastTheProgram("delete from registration_conflict");
        database.writePastTheProgram("delete from account_conflict");
    }

    private String[] registeredTwice() throws SQLException {
        long seminar = given.aSeminar().published();
        String kept = given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        String other = given.registered(given.staffOf(Given.SOTTRUM), seminar);
        database.writePastTheProgram(
                "insert into registration_conflict (other_id, kept_id, noted_at) select o.id, k.id, ? from registration"
                        + " o, registration k where o.reference = ? and k.reference = ?",
                java.sql.Timestamp.from(clock.instant().minusSeconds(60)),
                other,
                kept);
        return new String[] {kept, other};
    }

    @Test
    void name_two_registrations_of_one_person_to_the_nsi_until_one_is_cancelled() throws SQLException {
        String[] two = registeredTwice();
        Actor nsi = given.nsi();
        assertThat(tasks(nsi)).singleElement().asString().contains(Reference.spoken(two[0]), Reference.spoken(two[1]));
        assertThat(tasks(given.ministry())).isEmpty();
        assertThat(tasks(given.staffOf(Given.SOTTRUM))).isEmpty();
        cancel.handle(nsi, two[1]);
        assertThat(tasks(nsi)).isEmpty();
    }

    @Test
    void name_them_until_somebody_else_takes_over_one() throws SQLException {
        String[] two = registeredTwice();
        Actor nsi = given.nsi();
        assertThat(tasks(nsi)).hasSize(1);
        substitute.handle(
                nsi,
                two[0],
                ParticipantFixture.aParticipant().named("Bodo", "Ersatz").details());
        assertThat(tasks(nsi)).isEmpty();
    }

    @Test
    void name_two_accounts_to_whoever_looks_after_them_until_one_is_locked() throws SQLException {
        User kept = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        User other = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        database.writePastTheProgram(
                "insert into account_conflict (other_id, kept_id, noted_at) values (?, ?, now(6))",
                other.id(),
                kept.id());
        Actor nsi = given.nsi();
        assertThat(tasks(nsi)).singleElement().asString().contains(other.name(), kept.name(), other.email());
        assertThat(tasks(given.ministry())).isEmpty();
        assertThat(tasks(kept.asActor())).isEmpty();
        switchAccount.handle(nsi, other.id(), false);
        assertThat(tasks(nsi)).isEmpty();
    }
}
