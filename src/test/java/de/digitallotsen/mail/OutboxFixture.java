package de.digitallotsen.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Sends what lies in the outbox to where a test wants it, and shows what stands in it. */
@Singleton
public class OutboxFixture {

    private final Deliveries deliveries;
    private final EntityManager entities;

    OutboxFixture(Deliveries deliveries, EntityManager entities) {
        this.deliveries = deliveries;
        this.entities = entities;
    }

    /** Sends what is due; each mail counts as taken over. @return how many */
    public int send(Consumer<String> recipientAndSubject) {
        return new SendPendingMail(
                        deliveries,
                        delivery -> recipientAndSubject.accept(
                                delivery.recipient() + " " + delivery.content().subject()))
                .handle();
    }

    /** Every mail with all that stands in it, in order. */
    public List<OutboxMail.Content> contents() {
        List<OutboxMail.Content> contents = new ArrayList<>();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createQuery("from OutboxMail m order by m.id", OutboxMail.class)
                        .getResultList()
                        .forEach(mail -> contents.add(mail.asDelivery().content())));
        return contents;
    }
}
