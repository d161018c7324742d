package de.digitallotsen.audit;

import java.util.List;

import de.digitallotsen.shared.Hashes;

/** How the hash of a seal comes about: a pure function of the seal before and the text of the entries. */
final class Seal {

    /** Before the first seal. */
    static final String BEGINNING = "0".repeat(64);

    private Seal() {}

    /** Each part with its length in front; a missing one differs from an empty one. */
    static String text(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(part == null ? "-;" : part.toString().length() + ":" + part + ";");
        }
        return text.toString();
    }

    /** The hash of one entry, by which an export says which line was changed; the seals do not need it. */
    static String hashOf(String entry) {
        return Hashes.sha256(entry);
    }

    /**
     * The hash of a seal.
     *
     * @param previous of the seal before
     * @param fromId first id that belongs to it
     * @param toId last entry sealed
     * @param entries their canonical texts, by id
     */
    static String hash(String previous, long fromId, long toId, List<String> entries) {
        return Hashes.sha256(
                text("digitallotsen-seal-1", previous, fromId, toId, entries.size()) + String.join("\n", entries));
    }
}
