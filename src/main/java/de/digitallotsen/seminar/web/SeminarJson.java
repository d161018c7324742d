package de.digitallotsen.seminar.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.seminar.SeminarPhase;
import de.digitallotsen.seminar.SeminarSearch.SeminarView;
import de.digitallotsen.seminar.SeminarStatus;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A seminar as the interface shows it; amounts in cents, instants in UTC, times of day in Europe/Berlin. */
@Schema(name = "Seminar")
public record SeminarJson(
        String id,
        @Schema(examples = "Digital-Lotse werden") String title,
        List<Day> days,
        @Schema(examples = "NSI Hannover") String venue,
        boolean online,
        @Schema(examples = "20") int capacity,

        @Schema(description = "Plätze, die niemand hat; wer wartet, zählt nicht")
        int seatsFree,

        @Schema(description = "Anmeldungen auf der Warteliste")
        int waiting,

        @Schema(examples = "100000") long feeCents,

        @Schema(examples = "50000", description = "Anteil des Landes bei einer Anmeldung heute (R8)")
        long subsidyCents,

        @Schema(examples = "50000") long ownShareCents,
        Instant opensAt,
        Instant closesAt,
        SeminarStatus status,

        @Schema(description = "Bei weniger Teilnehmenden entscheidet das NSI am decisionDay, ob der Termin stattfindet")
        Integer minParticipants,

        LocalDate decisionDay,
        @Schema(description = "Nur wenn abgesagt (R19)") String cancellationReason,

        @Schema(description = "Wie der Termin heute dasteht")
        SeminarPhase phase,

        @Schema(description = "Stand, den eine Änderung nennen muss")
        int version) {

    /** One day. */
    @Schema(name = "SeminarDay")
    public record Day(
            @Schema(examples = "2027-03-01") LocalDate date,

            @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "09:00")
            LocalTime begin,

            @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "16:00")
            LocalTime end) {
        SeminarDay asDay() {
            return new SeminarDay(date, begin, end);
        }
    }

    static SeminarJson of(SeminarView view) {
        Seminar s = view.seminar();
        return new SeminarJson(
                String.valueOf(s.id()),
                s.title(),
                s.days().stream()
                        .map(d -> new Day(d.date(), d.begin(), d.end()))
                        .toList(),
                s.venue(),
                s.online(),
                s.capacity(),
                s.seatsFree(),
                s.waitingCount(),
                s.feeCents(),
                view.subsidyCents(),
                view.ownShareCents(),
                s.opensAt(),
                s.closesAt(),
                s.status(),
                s.minimum() == null ? null : (Integer) s.minimum().participants(),
                s.minimum() == null ? null : s.minimum().decisionDay(),
                s.cancellationReason(),
                view.phase(),
                s.version());
    }
}
