package de.digitallotsen.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.kommune.Eligibility;
import de.digitallotsen.seminar.SeminarStatus;

/** Facts under which a registration is confirmed, unless told otherwise. */
final class AdmissionFactsFixture {

    static final Instant OPENS = Instant.parse("2027-02-01T07:00:00Z");
    static final Instant CLOSES = Instant.parse("2027-03-15T17:00:00Z");

    private Instant now = Instant.parse("2027-02-10T12:00:00Z");
    private Eligibility eligibility = new Eligibility(Eligibility.Code.ELIGIBLE, null);
    private String throughName;
    private int places = 2;
    private final List<AdmissionFacts.PlaceUser> used = new ArrayList<>();
    private SeminarStatus status = SeminarStatus.PUBLISHED;
    private int capacity = 10;
    private int taken;
    private int aheadForSeat;
    private long subsidy = 50_000;
    private long available = 100_000;
    private int aheadForMoney;
    private boolean paidFor = true;
    private AdmissionFacts.PersonFacts person;
    private long seminarId = 1;
    private AdmissionFacts.SelfPaying selfPaying = AdmissionFacts.SelfPaying.NO;
    private AdmissionFacts.Turn turn = AdmissionFacts.Turn.ANY;

    static AdmissionFactsFixture facts() {
        return new AdmissionFactsFixture();
    }

    AdmissionFactsFixture at(Instant instant) {
        now = instant;
        return this;
    }

    AdmissionFactsFixture ineligible(Eligibility.Code code, String through) {
        eligibility = new Eligibility(code, through == null ? null : "030000000000");
        throughName = through;
        return this;
    }

    AdmissionFactsFixture placesUsedBy(String... descriptions) {
        List.of(descriptions).forEach(description -> used.add(new AdmissionFacts.PlaceUser(description)));
        return this;
    }

    AdmissionFactsFixture onePlaceOnly() {
        places = 1;
        return this;
    }

    AdmissionFactsFixture status(SeminarStatus value) {
        status = value;
        return this;
    }

    AdmissionFactsFixture seminar(long id) {
        seminarId = id;
        return this;
    }

    AdmissionFactsFixture seats(int all, int alreadyTaken) {
        capacity = all;
        taken = alreadyTaken;
        return this;
    }

    AdmissionFactsFixture waitingForSeat(int people) {
        aheadForSeat = people;
        return this;
    }

    AdmissionFactsFixture subsidy(long cents) {
        subsidy = cents;
        return this;
    }

    AdmissionFactsFixture available(long cents) {
        available = cents;
        return this;
    }

    AdmissionFactsFixture waitingForMoney(int people) {
        aheadForMoney = people;
        return this;
    }

    AdmissionFactsFixture firstPersonsUntil(LocalDate day, String kommuneArs, boolean funded) {
        turn = new AdmissionFacts.Turn(kommuneArs, day, funded);
        return this;
    }

    AdmissionFactsFixture selfPaying(boolean allowed) {
        selfPaying = new AdmissionFacts.SelfPaying(true, allowed);
        return this;
    }

    AdmissionFactsFixture withoutPeriod() {
        paidFor = false;
        return this;
    }

    AdmissionFactsFixture personRegistered(String description) {
        person = new AdmissionFacts.PersonFacts(description);
        return this;
    }

    AdmissionFacts build() {
        return new AdmissionFacts(
                now,
                new AdmissionFacts.Applicant(
                        "Stadt Langenhagen", eligibility, throughName, places, used, turn, selfPaying),
                new AdmissionFacts.SeminarFacts(
                        seminarId,
                        status,
                        OPENS,
                        CLOSES,
                        LocalDate.of(2027, 4, 6),
                        LocalDate.of(2027, 4, 8),
                        capacity,
                        taken,
                        aheadForSeat),
                paidFor ? new AdmissionFacts.PeriodFacts(7, subsidy, available, aheadForMoney) : null,
                person);
    }
}
