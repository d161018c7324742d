package de.digitallotsen.shared;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** What has happened in the transaction that is running, and whether it is only rehearsed ({@link Foresight}). */
@ApplicationScoped
public class Happenings {

    private static final String REHEARSED = Happenings.class.getName() + ".rehearsed";

    private final TransactionSynchronizationRegistry transaction;

    Happenings(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    void note(@Observes Audited event) {
        list(AuditedChange.class).add(event.audited());
    }

    /** Every change that was told in this transaction, in order. */
    List<AuditedChange> changes() {
        return List.copyOf(list(AuditedChange.class));
    }

    /** A list of its own for each kind of thing; forgotten with the transaction. */
    @SuppressWarnings("unchecked")
    public <T> List<T> list(Class<T> kind) {
        List<T> list = (List<T>) transaction.getResource(kind);
        if (list == null) {
            list = new ArrayList<>();
            transaction.putResource(kind, list);
        }
        return list;
    }

    void rehearse() {
        transaction.putResource(REHEARSED, true);
    }

    /** True if all of it is taken back at the end: whoever numbers without a gap (R34) then takes no number. */
    public boolean areRehearsed() {
        return transaction.getResource(REHEARSED) != null;
    }
}
