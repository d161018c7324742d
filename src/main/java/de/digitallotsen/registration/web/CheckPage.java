package de.digitallotsen.registration.web;

import java.util.List;

import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.shared.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The page between a form and its act (R29): what will be done, for whom, at what cost, and who will be written to.
 *
 * @param date on which date
 * @param kommune for which Kommune
 * @param people one or two
 * @param possible somebody would be registered
 * @param total what the Kommune would owe for all of them (R28)
 * @param lines terms and mails
 * @param expect what the final click carries
 * @param address of this page, to which the final click is sent
 * @param back to the form, with everything that was typed
 */
@CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CheckPage(
        SeminarLine date,
        String kommune,
        List<PersonCheck> people,
        boolean possible,
        long total,
        CheckLines lines,
        String expect,
        String address,
        String back,
        Form form)
        implements TemplateInstance {}
