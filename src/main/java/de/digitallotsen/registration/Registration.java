package de.digitallotsen.registration;

import java.time.Instant;

import de.digitallotsen.budget.Payee;
import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.programme.CancellationTerms;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One person of one Kommune in one seminar. Its id is the order of receipt (R21). Fee and rate are a snapshot of the
 * day of registration (R8): later changes of the seminar or the programme do not reach it.
 */
@Entity
@Table(name = "registration")
public class Registration {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(updatable = false)
    private String reference;

    @Column(name = "programme_id")
    private long programmeId;

    @Column(name = "period_id")
    private long periodId;

    @Column(name = "place_scope")
    private long placeScope;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "seminar_id")
    private Seminar seminar;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "kommune_ars")
    private Kommune kommune;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "participant_id")
    private Participant participant;

    @Column(name = "person_key")
    private String personKey;

    @Column(name = "place_number")
    private Integer placeNumber;

    @Column(name = "self_paying", updatable = false)
    private boolean selfPaying;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RegistrationStatus status;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "waiting_reason")
    private WaitingReason waitingReason;

    @Column(name = "fee_cents")
    private long feeCents;

    @Column(name = "rate_basis_points")
    private int rateBasisPoints;

    @Column(name = "subsidy_cents")
    private long subsidyCents;

    @Column(name = "attendance_days")
    private int attendanceDays;

    @Convert(converter = CancellationTerms.Column.class)
    @Column(name = "cancellation_terms")
    private CancellationTerms cancellationTerms;

    @Column(name = "registered_at", updatable = false)
    private Instant registeredAt;

    @Column(name = "registered_by", updatable = false)
    private Long registeredBy;

    @Column(name = "due_cents")
    private long dueCents;

    @Column(name = "due_reason")
    private String dueReason;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Column(name = "forgotten_at", insertable = false, updatable = false)
    private Instant forgottenAt;

    @Version
    private int version;

    protected Registration() {}

    /**
     * Where a registration belongs: what pays, and which of the Kommune's places it uses; null if the Kommune pays
     * alone (R5).
     */
    record Slot(FundingPeriod period, Seminar seminar, Kommune kommune, Integer placeNumber) {}

    /** A new registration, waiting until {@link #confirm} or {@link #keepWaiting} says how it stands. */
    static Registration receive(
            String reference, Slot slot, Participant participant, String personKey, Instant now, Long registeredBy) {
        Programme programme = slot.period().programme();
        Registration registration = new Registration();
        registration.reference = reference;
        registration.programmeId = programme.id();
        registration.periodId = slot.period().id();
        registration.placeScope = programme.placeScope(slot.period().id());
        registration.seminar = slot.seminar();
        registration.kommune = slot.kommune();
        registration.placeNumber = slot.placeNumber();
        registration.selfPaying = slot.placeNumber() == null;
        registration.participant = participant;
        registration.personKey = personKey;
        registration.agree(slot.seminar().feeCents(), programme);
        registration.registeredAt = now;
        registration.registeredBy = registeredBy;
        registration.status = RegistrationStatus.WAITING;
        registration.waitingReason = WaitingReason.SEATS;
        return registration;
    }

    /** R8: what is agreed on the day of registration, or of rebooking; later terms of the programme do not reach it. */
    private void agree(long fee, Programme programme) {
        feeCents = fee;
        rateBasisPoints = selfPaying ? 0 : programme.subsidyRateBasisPoints();
        subsidyCents = Programme.subsidyOf(fee, rateBasisPoints);
        attendanceDays = programme.attendanceThresholdDays();
        cancellationTerms = programme.cancellationTerms();
    }

    /** Has seat and money (R6, R9). */
    void confirm(Instant now) {
        requireWaiting();
        status = RegistrationStatus.CONFIRMED;
        waitingReason = null;
        confirmedAt = now;
        owe(byTheRules());
    }

    /** Waits, for this reason (R13). */
    void keepWaiting(WaitingReason reason) {
        status = RegistrationStatus.WAITING;
        waitingReason = reason;
        confirmedAt = null;
        owe(byTheRules());
    }

    private void requireWaiting() {
        if (status != RegistrationStatus.WAITING) {
            throw new IllegalStateException(
                    "Only a waiting registration is confirmed, not " + status + " (R15): " + reference);
        }
    }

    /**
     * Ends it, its person and its Kommune's place free again (R3).
     *
     * @param owed what the Kommune owes now, in cents, 0 to the whole fee (R18)
     * @throws RefusedException NOT_CANCELLABLE if it is not confirmed or waiting
     */
    void cancel(Instant now, long owed) {
        if (!status.isOpen()) {
            throw PossibleActs.notCancellable(status);
        }
        status = RegistrationStatus.CANCELLED;
        waitingReason = null;
        cancelledAt = now;
        owe(Amount.cancelled(owed));
        participant.forgetNeeds();
    }

    /** R16: another person of the Kommune takes over; everything else stays, the order of receipt too. */
    void substitute(Participant other, String otherKey) {
        participant.forgetNeeds();
        participant = other;
        personKey = otherKey;
    }

    /**
     * R17: moves to a seat of another date of the same period, at its fee and today's terms. Place and order of receipt
     * stay.
     */
    void rebook(Seminar other, Programme programme, Instant now) {
        seminar = other;
        agree(other.feeCents(), programme);
        if (status == RegistrationStatus.WAITING) {
            confirm(now);
        }
        owe(byTheRules());
    }

    /** R20: the NSI says what the Kommune owes, in cents, 0 to {@link OverrideFee#mostCents}. */
    void override(long owed, String reason) {
        dueCents = owed;
        dueReason = reason;
    }

    /** Was there on enough days (R20): the place stays used. */
    void attend() {
        requireConfirmed();
        status = RegistrationStatus.ATTENDED;
    }

    /**
     * R20: the attendance was found to be different after closing.
     *
     * @param scope the key under which the place is counted today
     * @return false if that changes nothing: enough days remain enough, too few remain too few
     */
    boolean correct(boolean present, Integer place, long scope) {
        if (present == (status == RegistrationStatus.ATTENDED)) {
            return false;
        }
        status = present ? RegistrationStatus.ATTENDED : RegistrationStatus.NO_SHOW;
        placeNumber = place;
        placeScope = scope;
        owe(byTheRules());
        return true;
    }

    /** Was not there on enough days (R20): the place is free again, the Kommune owes the fee. */
    void noShow() {
        requireConfirmed();
        dueCents = settledAs(false).dueCents();
        status = RegistrationStatus.NO_SHOW;
    }

    /** What it would cost once its attendance is settled (R20): what the NSI has set before stays. */
    public Amount settledAs(boolean attended) {
        RegistrationStatus then = attended ? RegistrationStatus.ATTENDED : RegistrationStatus.NO_SHOW;
        return dueReason == null
                ? Amount.byTheRules(then, feeCents, subsidyCents)
                : Amount.of(then, subsidyCents, dueCents);
    }

    /** R28: what the rules say about the state that it is in now. */
    private Amount byTheRules() {
        return Amount.byTheRules(status, feeCents, subsidyCents);
    }

    /** What is owed because of the rules: whatever the NSI had said before is over. */
    private void owe(Amount amount) {
        dueCents = amount.dueCents();
        dueReason = null;
    }

    private void requireConfirmed() {
        if (status != RegistrationStatus.CONFIRMED) {
            throw new IllegalStateException(
                    "Only a confirmed registration is settled by attendance, not " + status + ": " + reference);
        }
    }

    /** For whom the Land pays. */
    public Payee payee() {
        return new Payee(id, reference, kommune.ars());
    }

    /** The order of receipt (R21). */
    public Long id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public long periodId() {
        return periodId;
    }

    public Seminar seminar() {
        return seminar;
    }

    public Kommune kommune() {
        return kommune;
    }

    public Participant participant() {
        return participant;
    }

    public String personKey() {
        return personKey;
    }

    /** True if the Kommune pays the whole fee, beyond its places (R5). */
    public boolean selfPaying() {
        return selfPaying;
    }

    /** Which of the Kommune's places it uses or used; null if it pays alone. */
    public Integer placeNumber() {
        return placeNumber;
    }

    public RegistrationStatus status() {
        return status;
    }

    public WaitingReason waitingReason() {
        return waitingReason;
    }

    public long feeCents() {
        return feeCents;
    }

    public long subsidyCents() {
        return subsidyCents;
    }

    /** What the Kommune was to pay when it was registered (R8); what it owes now is {@link #amount}. */
    public long ownShareCents() {
        return feeCents - subsidyCents;
    }

    /** What it costs as it stands (R28). */
    public Amount amount() {
        return Amount.of(this);
    }

    /** What the Kommune owes the NSI as things stand, in cents: see {@link #dueReason}. */
    public long dueCents() {
        return dueCents;
    }

    /** Why the NSI set {@link #dueCents}; null where the rules did (R8, R18, R20). */
    public String dueReason() {
        return dueReason;
    }

    /** On so many days the person has to be there to have attended (R20). */
    public int attendanceDays() {
        return attendanceDays;
    }

    /** What a late cancellation costs (R18). */
    public CancellationTerms cancellationTerms() {
        return cancellationTerms;
    }

    public long programmeId() {
        return programmeId;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    /** True if its people have been made anonymous: the figures stay, nobody knows whose they are (R27). */
    public boolean isForgotten() {
        return forgottenAt != null;
    }

    public Instant cancelledAt() {
        return cancelledAt;
    }
}
