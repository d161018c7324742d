package de.digitallotsen.proof;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.Hashes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The stored proofs of use with their files (R36). */
@ApplicationScoped
class Proofs {

    private static final String VERSION = "select new " + ProofVersion.class.getName()
            + "(p.id, p.periodId, p.number, p.version, p.draft, p.spentCents, p.paidCents, p.narrative, p.place,"
            + " p.producerName, p.pdfSha256, p.xlsxSha256, p.producedAt, p.producedBy, a.acceptedAt, a.acceptedBy,"
            + " a.remark, case when p.version = (select max(q.version) from StoredProof q"
            + " where q.periodId = p.periodId)"
            + " then true else false end)"
            + " from StoredProof p left join StoredAcceptance a on a.proofId = p.id ";

    private final EntityManager database;

    Proofs(EntityManager database) {
        this.database = database;
    }

    /** The number and the version that come next. */
    record Next(String number, int version) {}

    /** The files as they are stored, and what they were made of. */
    record Files(byte[] pdf, byte[] xlsx, String facts) {}

    /**
     * The next number of a period.
     *
     * @param draw it is used: its row stays locked until the end of the transaction, so that a transaction that fails
     *     leaves no gap (R34); otherwise it is only looked at
     */
    Next next(FundingPeriod period, boolean draw) {
        int year = period.firstDay().getYear();
        if (draw) {
            database.createNativeQuery("insert into proof_counter (first_year, last_number) values (?1, 1)"
                            + " on duplicate key update last_number = last_number + 1")
                    .setParameter(1, year)
                    .executeUpdate();
        }
        int last = number("select coalesce(max(last_number), 0) from proof_counter where first_year = ?1", year);
        int versions = number("select coalesce(max(version), 0) from proof_of_use where period_id = ?1", period.id());
        return new Next(String.format(Locale.ROOT, "VN-%d-%03d", year, draw ? last : last + 1), versions + 1);
    }

    private int number(String query, Object value) {
        return ((Number)
                        database.createNativeQuery(query).setParameter(1, value).getSingleResult())
                .intValue();
    }

    /**
     * Stores one, for ever.
     *
     * @return its id
     */
    long keep(ProofOfUse proof, Files files, Long producedBy) {
        database.createNativeQuery("insert into proof_of_use (period_id, number, version, draft, facts, spent_cents,"
                        + " paid_cents, narrative, place, producer_name, pdf, xlsx, pdf_sha256, xlsx_sha256,"
                        + " produced_at, produced_by)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)")
                .setParameter(1, proof.period().id())
                .setParameter(2, proof.edition().number())
                .setParameter(3, proof.edition().version())
                .setParameter(4, proof.draft())
                .setParameter(5, files.facts())
                .setParameter(6, proof.spent())
                .setParameter(7, proof.paid())
                .setParameter(8, proof.edition().narrative())
                .setParameter(9, proof.edition().place())
                .setParameter(10, proof.edition().producer())
                .setParameter(11, files.pdf())
                .setParameter(12, files.xlsx())
                .setParameter(13, Hashes.sha256(files.pdf()))
                .setParameter(14, Hashes.sha256(files.xlsx()))
                .setParameter(15, proof.at())
                .setParameter(16, producedBy)
                .executeUpdate();
        return ((Number) database.createNativeQuery("select id from proof_of_use where number = ?1")
                        .setParameter(1, proof.edition().number())
                        .getSingleResult())
                .longValue();
    }

    /** Empty if there is none. */
    Optional<ProofVersion> one(long id) {
        return database.createQuery(VERSION + "where p.id = :id", ProofVersion.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Of a period, the newest first. */
    List<ProofVersion> of(long periodId) {
        return database.createQuery(VERSION + "where p.periodId = :period order by p.version desc", ProofVersion.class)
                .setParameter("period", periodId)
                .getResultList();
    }

    /** Finished and newest, and not accepted. */
    List<ProofVersion> waiting() {
        return database.createQuery(
                        VERSION + "where p.draft = false and a.proofId is null order by p.id", ProofVersion.class)
                .getResultStream()
                .filter(ProofVersion::newest)
                .toList();
    }

    /** The one of which this is the SHA-256 of one of its files. */
    Optional<ProofVersion> withHash(String sha256) {
        return database.createQuery(VERSION + "where p.pdfSha256 = :hash or p.xlsxSha256 = :hash", ProofVersion.class)
                .setParameter("hash", sha256)
                .getResultStream()
                .findFirst();
    }

    /** What is stored of one; the files are null once they had to go (R27). */
    Files files(long id) {
        Object[] row = (Object[]) database.createNativeQuery("select pdf, xlsx, facts from proof_of_use where id = ?1")
                .setParameter(1, id)
                .getSingleResult();
        return new Files((byte[]) row[0], (byte[]) row[1], String.valueOf(row[2]));
    }

    /** Who accepts, or issues another version of, the proof of this period waits until the end of the transaction. */
    void lock(FundingPeriod period) {
        database.createNativeQuery("update proof_counter set last_number = last_number where first_year = ?1")
                .setParameter(1, period.firstDay().getYear())
                .executeUpdate();
    }

    void accept(StoredAcceptance acceptance) {
        database.persist(acceptance);
        database.flush();
    }
}
