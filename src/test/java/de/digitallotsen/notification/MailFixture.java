package de.digitallotsen.notification;

import java.sql.SQLException;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.CreateDemoAccount;
import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.Registrations;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Lets the jobs run that tests have switched off, and shows what lies in the outbox. */
@Singleton
public class MailFixture {

    private final ComposeMails compose;
    private final EntityManager entities;
    private final Registrations registrations;
    private final CreateDemoAccount createAccount;
    private final Database database;
    private final TestClock clock;

    MailFixture(
            ComposeMails compose,
            EntityManager entities,
            Registrations registrations,
            CreateDemoAccount createAccount,
            Database database,
            TestClock clock) {
        this.compose = compose;
        this.entities = entities;
        this.registrations = registrations;
        this.createAccount = createAccount;
        this.database = database;
        this.clock = clock;
    }

    /** Turns every open occasion into mails. */
    public void composeAll() {
        int guard = 0;
        while (compose.handleNext()) {
            if (guard++ > 1000) {
                throw new AssertionError("Composing comes to no end");
            }
        }
    }

    /** Personnel staff with a name that a test can expect. */
    public Actor staff(String name, String address, String ars) {
        return createAccount
                .handle(address, name, Role.KOMMUNE, ars, Given.PASSWORD)
                .asActor();
    }

    /** Somebody of the Ministry with a name that a test can expect. */
    public Actor ministry(String name, String address) {
        return createAccount
                .handle(address, name, Role.MINISTRY, null, Given.PASSWORD)
                .asActor();
    }

    /** Somebody of the NSI with a name that a test can expect. */
    public Actor nsi(String name, String address) {
        return createAccount
                .handle(address, name, Role.NSI, null, Given.PASSWORD)
                .asActor();
    }

    /** Notes an occasion past its event, for what a mail says. */
    void note(OccasionKind kind, String reference, String facts) {
        QuarkusTransaction.requiringNew().run(() -> {
            Registration registration = registrations.require(Actor.portal(), reference);
            entities.persist(MailOccasion.of(kind, registration, facts, clock.instant()));
        });
    }

    /** Nothing that happened so far is mailed. */
    void forget() {
        try {
            database.writePastTheProgram("update mail_occasion set handled_at = occurred_at where handled_at is null");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** „kind audience recipient state“ of every mail, in order. */
    public List<String> mails() {
        return database.rows("select kind, audience, recipient, state from outbox_mail order by id");
    }

    /** „kind audience“ of every mail, in order. */
    public List<String> kinds() {
        return database.rows("select kind, audience from outbox_mail order by id");
    }
}
