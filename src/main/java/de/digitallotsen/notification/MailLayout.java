package de.digitallotsen.notification;

import de.digitallotsen.shared.web.PublicInformation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What stands around the words of a mail, the same for all of them: once as text, once as HTML. */
@CheckedTemplate(basePath = "notification", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class MailLayout {

    private MailLayout() {}

    static native TemplateInstance mailText(MailContent content);

    static native TemplateInstance mailPage(MailContent content);

    /** Article 14 GDPR: somebody else has given us this person's data, so the first mail to the person says so. */
    static native TemplateInstance privacyNotice(PublicInformation operator, String kommune, String link);
}
