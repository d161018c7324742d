package de.digitallotsen.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import de.digitallotsen.account.User;
import de.digitallotsen.account.Users;
import de.digitallotsen.mail.Audience;
import de.digitallotsen.mail.MailSettings;
import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.OutboxMail.Recipient;
import de.digitallotsen.registration.Reference;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarCalendar;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.shared.German;
import jakarta.enterprise.context.ApplicationScoped;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;

/**
 * The calendar file of a mail (RFC 5545, 5546): an object a day, because Outlook takes only the first event of several.
 * The UID names seminar, registration, person and day; the SEQUENCE is the number of the occasion, so that it grows
 * with all that happens to a registration. Names nobody but the recipient.
 */
@ApplicationScoped
class MailCalendar {

    private final MailSettings settings;
    private final RegistrationSearch people;
    private final Users users;

    MailCalendar(MailSettings settings, RegistrationSearch people, Users users) {
        this.settings = settings;
        this.people = people;
        this.users = users;
    }

    /** One day to enter or to take out. */
    private record Entry(
            Method method, Seminar seminar, SeminarDay day, int number, int of, String title, String venue) {}

    /** The objects one after the other; null if nothing has to be entered or taken out. */
    String of(Case c, Recipient recipient) {
        String objects = entries(c, recipient).stream()
                .map(entry -> object(c, recipient, entry))
                .collect(Collectors.joining());
        return objects.isEmpty() ? null : objects;
    }

    private List<Entry> entries(Case c, Recipient recipient) {
        Audience audience = recipient.audience();
        List<Entry> entries = new ArrayList<>();
        boolean former = audience == Audience.FORMER_PARTICIPANT;
        boolean over = c.kind() == OccasionKind.CANCELLED || c.kind() == OccasionKind.SEMINAR_CANCELLED || former;
        if (over && c.hadSeat() && !(former && c.hasSeat() && isStaff(c, recipient))) {
            addDays(entries, ImmutableMethod.CANCEL, c.seminar());
        }
        if (c.earlierSeminar() != null && c.hadSeat()) {
            addDays(entries, ImmutableMethod.CANCEL, c.earlierSeminar());
        }
        if (c.hasSeat() && !former) {
            addDays(entries, ImmutableMethod.REQUEST, c.seminar());
            addDroppedDays(entries, c);
        }
        return entries;
    }

    /** Who gives a place away and looks after the Kommune's people keeps an entry: that of the mail to staff. */
    private boolean isStaff(Case c, Recipient recipient) {
        return users.withEmail(recipient.address())
                .filter(User::active)
                .filter(user -> c.registration().kommune().ars().equals(user.kommuneArs()))
                .isPresent();
    }

    private static void addDays(List<Entry> entries, Method method, Seminar seminar) {
        List<SeminarDay> days = seminar.days();
        for (int i = 0; i < days.size(); i++) {
            entries.add(new Entry(
                    method,
                    seminar,
                    days.get(i),
                    i + 1,
                    days.size(),
                    seminar.title(),
                    Letter.Training.place(seminar.venue(), seminar.online())));
        }
    }

    /** A seminar that has become shorter: its last days are taken out. */
    private static void addDroppedDays(List<Entry> entries, Case c) {
        Facts.Outline was = c.facts().was();
        int left = c.seminar().days().size();
        for (int i = left; was != null && i < was.days().size(); i++) {
            entries.add(new Entry(
                    ImmutableMethod.CANCEL,
                    c.seminar(),
                    was.days().get(i),
                    i + 1,
                    was.days().size(),
                    was.title(),
                    was.venue()));
        }
    }

    private String object(Case c, Recipient recipient, Entry entry) {
        Calendar calendar = SeminarCalendar.empty(entry.method());
        calendar.add(event(c, recipient, entry));
        return SeminarCalendar.folded(calendar);
    }

    private VEvent event(Case c, Recipient recipient, Entry entry) {
        String reference = c.registration().reference();
        boolean staff = recipient.audience() == Audience.STAFF;
        ZonedDateTime begin =
                LocalDateTime.of(entry.day().date(), entry.day().begin()).atZone(German.BERLIN);
        ZonedDateTime end =
                LocalDateTime.of(entry.day().date(), entry.day().end()).atZone(German.BERLIN);
        VEvent event = new VEvent(
                begin,
                end,
                entry.title() + " (Tag " + entry.number() + " von " + entry.of() + ")"
                        + (staff ? ", " + Reference.spoken(reference) : ""));
        event.replace(new DtStamp(c.occasion().occurredAt()));
        event.add(
                new Uid(entry.seminar().calendarUid() + "-" + reference + person(c, recipient) + "-" + entry.number()));
        event.add(new Sequence((int) (c.occasion().id() & Integer.MAX_VALUE)));
        event.add(new Status(entry.method().equals(ImmutableMethod.CANCEL) ? "CANCELLED" : "CONFIRMED"));
        event.add(new Location(entry.venue()));
        event.add(new Description("Referenz " + Reference.spoken(reference) + ". "
                + settings.link("/seminare/" + entry.seminar().id())));
        // Whoever attends is busy on these days; staff only want to know of them.
        event.add(new Transp(staff ? "TRANSPARENT" : "OPAQUE"));
        addPeople(event, recipient);
        return event;
    }

    /**
     * Whose entry it is: the first person of a registration, and staff, need no word. Whoever came later has entries of
     * their own, so that in a mailbox of both the one taken out is not the one that holds.
     */
    private String person(Case c, Recipient recipient) {
        int before = recipient.participantId() == null
                ? 0
                : people.peopleBefore(c.registration(), recipient.participantId());
        return before == 0 ? "" : "-p" + (before + 1);
    }

    /** Who invites and whom: METHOD asks for both. No answer is wanted, because the registration holds already. */
    private void addPeople(VEvent event, Recipient recipient) {
        Organizer organizer = new Organizer(address(settings.replyTo().orElse(settings.from())));
        organizer.add(new Cn("NSI"));
        event.add(organizer);
        Attendee attendee = new Attendee(address(recipient.address()));
        attendee.add(PartStat.ACCEPTED);
        attendee.add(Rsvp.FALSE);
        event.add(attendee);
    }

    private static URI address(String email) {
        try {
            return new URI("mailto", email, null);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
