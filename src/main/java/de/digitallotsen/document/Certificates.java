package de.digitallotsen.document;

import java.util.List;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The certificates, those that count and those that were withdrawn. */
@ApplicationScoped
class Certificates implements PanacheRepository<Certificate> {

    private static final String WHOLE =
            "from Certificate c join fetch c.registration r join fetch r.seminar join fetch r.kommune"
                    + " join fetch r.participant p where ";

    /** The one of a registration that counts. */
    Optional<Certificate> validOf(long registrationId) {
        return find(WHOLE + "r.id = ?1 and c.withdrawnAt is null", registrationId)
                .firstResultOptional();
    }

    /** The newest of a registration, withdrawn or not. */
    Optional<Certificate> newestOf(long registrationId) {
        return find(WHOLE + "r.id = ?1 order by c.issue desc", registrationId).firstResultOptional();
    }

    /** Those of a seminar that count, by name. */
    List<Certificate> validOfSeminar(long seminarId) {
        return list(
                WHOLE + "r.seminar.id = ?1 and c.withdrawnAt is null order by p.lastName, p.firstName, r.id",
                seminarId);
    }

    Optional<Certificate> withNumber(String number) {
        return find(WHOLE + "c.number = ?1", number).firstResultOptional();
    }
}
