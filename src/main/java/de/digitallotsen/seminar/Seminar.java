package de.digitallotsen.seminar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.SearchText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A seminar date of the NSI. Capacity, seats and the length of the waiting list are only read here: they change by
 * guarded UPDATEs in {@link Seminars}, never by Hibernate's dirty checking, which would write back what another
 * transaction has changed since.
 */
@Entity
@Table(name = "seminar")
public class Seminar {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "calendar_uid", updatable = false)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String calendarUid;

    @Column(name = "calendar_sequence")
    private int calendarSequence;

    private String title;

    /** Folded words of title, venue and months (adr/0051). */
    @Column(name = "search_text")
    private String searchText;

    private String venue;
    private boolean online;

    @Column(updatable = false)
    private int capacity;

    @Column(name = "seats_taken", insertable = false, updatable = false)
    private int seatsTaken;

    @Column(name = "waiting_count", insertable = false, updatable = false)
    private int waitingCount;

    @Column(name = "fee_cents")
    private long feeCents;

    @Column(name = "opens_at")
    private Instant opensAt;

    @Column(name = "closes_at")
    private Instant closesAt;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SeminarStatus status;

    @Column(name = "min_participants")
    private Integer minParticipants;

    @Column(name = "decision_day")
    private LocalDate decisionDay;

    @Column(name = "cancellation_reason")
    private String cancellationReason;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "seminar_day", joinColumns = @JoinColumn(name = "seminar_id"))
    @OrderBy("date")
    @Fetch(FetchMode.SUBSELECT)
    private List<SeminarDay> days = new ArrayList<>();

    protected Seminar() {}

    /** Plans a seminar; a draft that only the NSI sees. */
    static Seminar plan(SeminarPlan plan, Instant now) {
        Seminar seminar = new Seminar();
        seminar.calendarUid = UUID.randomUUID().toString();
        seminar.status = SeminarStatus.DRAFT;
        seminar.createdAt = now;
        seminar.capacity = plan.capacity();
        seminar.describe(plan, now);
        return seminar;
    }

    /**
     * Takes over a changed plan, all but the capacity ({@link Seminars#changeCapacity}). Calendars that subscribed
     * notice it by the higher sequence number (RFC 5545, 3.8.7.4).
     *
     * @throws RefusedException SEMINAR_NOT_CHANGEABLE if it was cancelled or settled
     */
    void change(SeminarPlan plan, Instant now) {
        requireChangeable();
        calendarSequence++;
        describe(plan, now);
    }

    private void describe(SeminarPlan plan, Instant now) {
        title = plan.title();
        venue = plan.venue();
        online = plan.online();
        feeCents = plan.feeCents();
        opensAt = plan.opensAt();
        closesAt = plan.closesAt();
        firstDay = plan.firstDay();
        lastDay = plan.lastDay();
        minParticipants =
                plan.minimum() == null ? null : (Integer) plan.minimum().participants();
        decisionDay = plan.minimum() == null ? null : plan.minimum().decisionDay();
        changedAt = now;
        if (!plan.days().equals(List.copyOf(days))) {
            days.clear();
            days.addAll(plan.days());
        }
        searchText = searchText(
                title, venue, plan.days().stream().map(SeminarDay::date).toList());
    }

    /** What a seminar is found by; kept by the program, and filled by a migration (adr/0051). */
    public static String searchText(String title, String venue, List<LocalDate> days) {
        return SearchText.of(title, venue, days.stream().map(German::month).collect(Collectors.joining(" ")));
    }

    void requireChangeable() {
        if (status == SeminarStatus.CANCELLED || status == SeminarStatus.CLOSED) {
            throw new RefusedException(
                    SeminarRefusal.SEMINAR_NOT_CHANGEABLE,
                    "status",
                    status,
                    "reason",
                    Messages.text("seminar.not-changeable", "status", status));
        }
    }

    /**
     * Shows the seminar to everybody (R7). Harmless if it is published already.
     *
     * @throws RefusedException SEMINAR_NOT_CHANGEABLE if cancelled or settled, SEMINAR_NOT_PUBLISHABLE after its
     *     deadline
     */
    void publish(Instant now) {
        requireChangeable();
        if (status == SeminarStatus.DRAFT && !now.isBefore(closesAt)) {
            throw new RefusedException(SeminarRefusal.SEMINAR_NOT_PUBLISHABLE, "closesAt", closesAt);
        }
        if (status == SeminarStatus.DRAFT) {
            status = SeminarStatus.PUBLISHED;
            changedAt = now;
        }
    }

    /**
     * R19: the NSI cancels it. Calendars that subscribed strike it out.
     *
     * @throws RefusedException SEMINAR_NOT_CHANGEABLE if it was cancelled or settled already
     */
    void cancel(String reason, Instant now) {
        requireChangeable();
        status = SeminarStatus.CANCELLED;
        cancellationReason = reason;
        calendarSequence++;
        changedAt = now;
    }

    /** Settled after it was held (R20). */
    void close(Instant now) {
        requireChangeable();
        if (status != SeminarStatus.PUBLISHED || !German.berlinDay(now).isAfter(lastDay)) {
            throw new RefusedException(
                    SeminarRefusal.SEMINAR_NOT_CHANGEABLE,
                    "status",
                    status,
                    "reason",
                    Messages.text("seminar.not-over", "lastDay", lastDay));
        }
        status = SeminarStatus.CLOSED;
        changedAt = now;
    }

    /** What a person wants to know at a glance. */
    public SeminarPhase phase(Instant now) {
        return switch (status) {
            case DRAFT -> SeminarPhase.DRAFT;
            case CANCELLED -> SeminarPhase.CANCELLED;
            case CLOSED -> SeminarPhase.HELD;
            case PUBLISHED -> publishedPhase(now);
        };
    }

    private SeminarPhase publishedPhase(Instant now) {
        if (now.isBefore(opensAt)) {
            return SeminarPhase.NOT_YET_OPEN;
        }
        if (now.isBefore(closesAt)) {
            return seatsTaken >= capacity ? SeminarPhase.FULL : SeminarPhase.OPEN;
        }
        if (now.isBefore(begins())) {
            return SeminarPhase.REGISTRATION_ENDED;
        }
        LocalDate today = German.berlinDay(now);
        return today.isAfter(lastDay) ? SeminarPhase.HELD : SeminarPhase.RUNNING;
    }

    /**
     * The instant at which the first day begins; without loading the days, the first day's start where times are
     * unknown.
     */
    public Instant begins() {
        LocalTime time = days.isEmpty() ? LocalTime.MIDNIGHT : days.get(0).begin();
        return firstDay.atTime(time).atZone(German.BERLIN).toInstant();
    }

    public Long id() {
        return id;
    }

    public String calendarUid() {
        return calendarUid;
    }

    public int calendarSequence() {
        return calendarSequence;
    }

    public String title() {
        return title;
    }

    public String venue() {
        return venue;
    }

    public boolean online() {
        return online;
    }

    public int capacity() {
        return capacity;
    }

    public int seatsTaken() {
        return seatsTaken;
    }

    /** Seats that nobody has; whoever waits is not counted. */
    public int seatsFree() {
        return capacity - seatsTaken;
    }

    public int waitingCount() {
        return waitingCount;
    }

    public long feeCents() {
        return feeCents;
    }

    public Instant opensAt() {
        return opensAt;
    }

    public Instant closesAt() {
        return closesAt;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public SeminarStatus status() {
        return status;
    }

    /** Below it the NSI decides whether the seminar takes place; null if it does with however few. */
    public Minimum minimum() {
        return minParticipants == null ? null : new Minimum(minParticipants, decisionDay);
    }

    /** Why the NSI cancelled it (R19); null unless it did. */
    public String cancellationReason() {
        return cancellationReason;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public int version() {
        return version;
    }

    public List<SeminarDay> days() {
        return List.copyOf(days);
    }

    /** The calendar days alone. */
    public List<LocalDate> dates() {
        return days.stream().map(SeminarDay::date).toList();
    }

    /** Everything the NSI decided, to change a part of it or to copy it. */
    public SeminarPlan asPlan() {
        return new SeminarPlan(title, days(), venue, online, capacity, feeCents, opensAt, closesAt, minimum());
    }
}
