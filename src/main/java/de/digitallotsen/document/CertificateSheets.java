package de.digitallotsen.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.paper.Print;
import de.digitallotsen.paper.Sender;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** Certificates on paper: one for its Kommune and the NSI, or all of a seminar for the NSI. */
@ApplicationScoped
public class CertificateSheets {

    private final RegistrationSearch registrations;
    private final SeminarSearch seminars;
    private final Certificates certificates;
    private final Print print;
    private final String place;
    private final List<String> contents;

    CertificateSheets(
            RegistrationSearch registrations,
            SeminarSearch seminars,
            Certificates certificates,
            Print print,
            CertificateSettings settings) {
        this.registrations = registrations;
        this.seminars = seminars;
        this.certificates = certificates;
        this.print = print;
        this.place = settings.place();
        this.contents = Arrays.stream(settings.contents().split(";"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * One certificate.
     *
     * @param anchor for the bookmark
     * @param code in groups, as it is read aloud
     * @param units of 45 minutes
     * @param shortened a day or more was missed
     * @param day of issue
     */
    public record Sheet(
            String anchor,
            String number,
            String code,
            String person,
            String kommune,
            SeminarFacts seminar,
            int units,
            int daysAttended,
            int daysPlanned,
            boolean shortened,
            String day) {
        static Sheet of(Certificate c) {
            Registration r = c.registration();
            return new Sheet(
                    "z" + c.number(),
                    c.number(),
                    CheckCode.spoken(c.checkCode()),
                    r.participant().fullName(),
                    r.kommune().displayName(),
                    SeminarFacts.of(r.seminar()),
                    c.units(),
                    c.daysAttended(),
                    c.daysPlanned(),
                    c.isShortened(),
                    German.date(German.berlinDay(c.issuedAt())));
        }
    }

    /** @param checkAddress where a certificate can be checked; empty without a public address */
    @CheckedTemplate(basePath = "document", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CertificateSheet(
            Sender sender,
            String title,
            List<Sheet> certificates,
            String place,
            List<String> contents,
            String checkAddress)
            implements TemplateInstance {}

    /** @throws RefusedException NOT_FOUND (R25), NO_CERTIFICATE if there is none that counts */
    public PdfFile one(Actor actor, String reference) {
        Certificate certificate = require(actor, reference);
        return file(
                "teilnahmebescheinigung-" + certificate.number() + ".pdf",
                Messages.text("certificate.title", "number", certificate.number()),
                List.of(certificate));
    }

    /** @throws RefusedException NOT_FOUND, NO_CERTIFICATES before the seminar is closed or if nobody attended */
    public PdfFile all(Actor actor, long seminarId) {
        actor.require(Role.NSI);
        Seminar seminar = seminars.require(actor, seminarId).seminar();
        List<Certificate> valid = certificates.validOfSeminar(seminarId).stream()
                .filter(certificate -> !certificate.registration().isForgotten())
                .toList();
        if (valid.isEmpty()) {
            throw new RefusedException(DocumentRefusal.NO_CERTIFICATES, "status", seminar.status());
        }
        return file(
                "teilnahmebescheinigungen-" + seminar.firstDay() + ".pdf",
                Messages.text("certificate.titles", "day", seminar.firstDay()),
                valid);
    }

    /**
     * The one that counts.
     *
     * @throws RefusedException NOT_FOUND (R25), NO_CERTIFICATE if there is none that counts
     */
    public Certificate require(Actor actor, String reference) {
        Registration registration = registrations.require(actor, reference).registration();
        return certificates
                .validOf(registration.id())
                .filter(certificate -> !registration.isForgotten())
                .orElseThrow(() -> none(registration));
    }

    /**
     * The newest, withdrawn or not; empty if there never was one.
     *
     * @throws RefusedException NOT_FOUND (R25)
     */
    public Optional<Certificate> newest(Actor actor, String reference) {
        return certificates.newestOf(
                registrations.require(actor, reference).registration().id());
    }

    static RefusedException none(Registration registration) {
        if (registration.isForgotten()) {
            return new RefusedException(
                    DocumentRefusal.NO_CERTIFICATE, "reason", Messages.text("no-certificate.forgotten"));
        }
        boolean attended = registration.status() == RegistrationStatus.ATTENDED;
        return new RefusedException(
                DocumentRefusal.NO_CERTIFICATE,
                "reason",
                Messages.text(attended ? "no-certificate.withdrawn" : "no-certificate." + registration.status()));
    }

    private PdfFile file(String name, String title, List<Certificate> printed) {
        return print.file(
                name,
                new CertificateSheet(
                        print.sender(),
                        title,
                        printed.stream().map(Sheet::of).toList(),
                        place,
                        contents,
                        print.checkAddress()));
    }
}
