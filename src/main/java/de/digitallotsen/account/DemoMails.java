package de.digitallotsen.account;

import de.digitallotsen.shared.PortalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Shows mails about accounts in the log of a demo, whose addresses belong to nobody. Never in a real portal: a link is
 * a key.
 */
@ApplicationScoped
class DemoMails {

    private static final Logger LOG = Logger.getLogger(DemoMails.class);

    private final boolean demo;

    DemoMails(PortalSettings settings) {
        this.demo = settings.demo();
    }

    void show(@Observes MailWanted mail) {
        if (demo) {
            LOG.infof("Mail to %s: %s %s", mail.email(), mail.occasion(), mail.link() == null ? "" : mail.link());
        }
    }
}
