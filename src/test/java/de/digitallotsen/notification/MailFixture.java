package de.digitallotsen.notification;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.CreateDemoAccount;
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
    private final Sources sources;

    MailFixture(ComposeMails compose, EntityManager entities, Sources sources) {
        this.compose = compose;
        this.entities = entities;
        this.sources = sources;
    }

    /** Whatever a test needs besides. */
    @Singleton
    static class Sources {
        private final Registrations registrations;
        private final CreateDemoAccount createAccount;
        private final Database database;
        private final TestClock clock;

        Sources(Registrations registrations, CreateDemoAccount createAccount, Database database, TestClock clock) {
            this.registrations = registrations;
            this.createAccount = createAccount;
            this.database = database;
            this.clock = clock;
        }
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
        return sources.createAccount
                .handle(address, name, Role.KOMMUNE, ars, Given.PASSWORD)
                .asActor();
    }

    /** Somebody of the Ministry with a name that a test can expect. */
    public Actor ministry(String name, String address) {
        return sources.createAccount
                .handle(address, name, Role.MINISTRY, null, Given.PASSWORD)
                .asActor();
    }

    /** Notes an occasion past its event, for what a mail says. */
    void note(OccasionKind kind, String reference, String facts) {
        QuarkusTransaction.requiringNew().run(() -> {
            Registration registration = sources.registrations.require(Actor.portal(), reference);
            entities.persist(MailOccasion.of(kind, registration, facts, sources.clock.instant()));
        });
    }

    /** Nothing that happened so far is mailed. */
    void forget() {
        try {
            sources.database.writePastTheProgram(
                    "update mail_occasion set handled_at = occurred_at where handled_at is null");
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** „kind audience recipient state“ of every mail, in order. */
    public List<String> mails() {
        return sources.database.rows("select kind, audience, recipient, state from outbox_mail order by id");
    }

    /** „kind audience“ of every mail, in order. */
    List<String> kinds() {
        return sources.database.rows("select kind, audience from outbox_mail order by id");
    }

    /** Every mail with all that stands in it. */
    List<OutboxMail.Content> contents(List<String> headers) {
        List<OutboxMail.Content> contents = new ArrayList<>();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createQuery("from OutboxMail m order by m.id", OutboxMail.class)
                        .getResultList()
                        .forEach(mail -> {
                            headers.add(sources.database.text(
                                    "select concat(recipient, ' (', audience, ')') from outbox_mail where id = ?",
                                    mail.id()));
                            contents.add(mail.asDelivery().content());
                        }));
        return contents;
    }
}
