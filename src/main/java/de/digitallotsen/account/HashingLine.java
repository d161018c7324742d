package de.digitallotsen.account;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;

/**
 * The line before the hashing of passwords. Who is known gets in first; strangers take turns by address, and only so
 * many of one address may wait: however many guesses somebody sends, others do not wait behind them.
 */
final class HashingLine {

    private final PasswordSettings settings;
    private final Deque<Waiting> known = new ArrayDeque<>();
    private final Map<String, Deque<Waiting>> strangers = new LinkedHashMap<>();
    private int free;
    private int strangersWaiting;

    HashingLine(PasswordSettings settings) {
        this.settings = settings;
        this.free = settings.atOnce();
    }

    /**
     * Who wants something hashed.
     *
     * @param address of a stranger; null for somebody who is known by more than an address: by a session, a link or a
     *     device that has signed in before
     */
    record Asker(String address) {
        static final Asker KNOWN = new Asker(null);
    }

    /** Each has a semaphore of its own: it says whose turn it is. */
    private record Waiting(Asker asker, Semaphore turn) {}

    /** @throws RefusedException BUSY (503) if there is no room to wait */
    synchronized void requireRoom(Asker asker) {
        if (free == 0 && !hasRoom(asker)) {
            throw new RefusedException(AccessRefusal.BUSY);
        }
    }

    private boolean hasRoom(Asker asker) {
        if (asker.address() == null) {
            return known.size() < settings.mostKnownWaiting();
        }
        Deque<Waiting> before = strangers.get(asker.address());
        return strangersWaiting < settings.mostWaiting()
                && (before == null || before.size() < settings.mostWaitingPerAddress());
    }

    /**
     * Returns when it is this one's turn; {@link #leave} has to follow.
     *
     * @throws RefusedException BUSY (503) if there is no room to wait, or if it takes too long
     */
    void enter(Asker asker) {
        Waiting waiting;
        synchronized (this) {
            requireRoom(asker);
            if (free > 0) {
                free--;
                return;
            }
            waiting = new Waiting(asker, new Semaphore(0));
            add(waiting);
        }
        boolean interrupted = false;
        try {
            if (waiting.turn().tryAcquire(settings.patienceMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            interrupted = true;
        }
        giveUp(waiting, interrupted);
    }

    private void add(Waiting waiting) {
        if (waiting.asker().address() == null) {
            known.add(waiting);
        } else {
            strangers
                    .computeIfAbsent(waiting.asker().address(), address -> new ArrayDeque<>())
                    .add(waiting);
            strangersWaiting++;
        }
    }

    private synchronized void giveUp(Waiting waiting, boolean interrupted) {
        boolean waited = remove(waiting);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (waited) {
            throw new RefusedException(AccessRefusal.BUSY);
        }
        // Its turn came at the last moment.
        if (interrupted) {
            leave();
            throw new RefusedException(AccessRefusal.BUSY);
        }
    }

    private boolean remove(Waiting waiting) {
        String address = waiting.asker().address();
        if (address == null) {
            return known.removeIf(other -> other == waiting);
        }
        Deque<Waiting> line = strangers.get(address);
        if (line == null || !line.removeIf(other -> other == waiting)) {
            return false;
        }
        strangersWaiting--;
        if (line.isEmpty()) {
            strangers.remove(address);
        }
        return true;
    }

    /** The next one's turn. */
    synchronized void leave() {
        Waiting next = known.isEmpty() ? nextStranger() : known.poll();
        if (next == null) {
            free++;
        } else {
            next.turn().release();
        }
    }

    /** The first of the address whose turn it is; that address goes to the end. */
    private Waiting nextStranger() {
        if (strangers.isEmpty()) {
            return null;
        }
        String address = strangers.keySet().iterator().next();
        Deque<Waiting> line = strangers.remove(address);
        Waiting next = line.poll();
        strangersWaiting--;
        if (!line.isEmpty()) {
            strangers.put(address, line);
        }
        return next;
    }

    /** How many wait for their turn. */
    synchronized int waiting() {
        return known.size() + strangersWaiting;
    }
}
