package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What would be sent about accounts. */
@Singleton
public class MailBag {

    private final List<MailWanted> mails = new CopyOnWriteArrayList<>();

    void keep(@Observes MailWanted mail) {
        mails.add(mail);
    }

    /** Mails to this address so far. */
    public List<MailWanted> to(String email) {
        return mails.stream().filter(mail -> mail.email().equals(email)).toList();
    }

    /** The newest link to this address; what makes it runs in the background. */
    public MailWanted awaitNumber(int number, String email) {
        for (int i = 0; i < 200 && to(email).size() < number; i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(to(email)).as("mails to %s", email).hasSize(number);
        return to(email).get(number - 1);
    }

    /** The token in the link of a mail. */
    public static String token(MailWanted mail) {
        return mail.link().substring(mail.link().lastIndexOf('/') + 1);
    }
}
