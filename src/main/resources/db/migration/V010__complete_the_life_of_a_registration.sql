-- R16–R20: substitution, rebooking, cancellation by tiers, attendance, closing and correction.

-- R18: what a cancellation costs from so many calendar days before the first day on. The tier with the greatest number that is
-- not above the days left applies; before the deadline none does.
CREATE TABLE cancellation_tier (
  programme_id      BIGINT NOT NULL,
  least_days_before INT    NOT NULL,
  fee_basis_points  INT    NOT NULL COMMENT '5000: half of the fee',
  PRIMARY KEY (programme_id, least_days_before),
  CONSTRAINT cancellation_tier_programme_fk FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT cancellation_tier_days_check CHECK (least_days_before BETWEEN 0 AND 365),
  CONSTRAINT cancellation_tier_fee_check CHECK (fee_basis_points BETWEEN 0 AND 10000)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
INSERT INTO cancellation_tier (programme_id, least_days_before, fee_basis_points) SELECT id, 15, 5000 FROM programme;
INSERT INTO cancellation_tier (programme_id, least_days_before, fee_basis_points) SELECT id, 0, 10000 FROM programme;

ALTER TABLE seminar
  ADD COLUMN min_participants    INT          NULL COMMENT 'fewer, and the NSI decides on decision_day whether it takes place',
  ADD COLUMN decision_day        DATE         NULL,
  ADD COLUMN cancellation_reason VARCHAR(500) NULL COMMENT 'R19: told to everybody concerned',
  ADD CONSTRAINT seminar_minimum_check CHECK (min_participants IS NULL OR min_participants BETWEEN 1 AND capacity),
  ADD CONSTRAINT seminar_decision_check CHECK ((min_participants IS NULL) = (decision_day IS NULL)),
  ADD CONSTRAINT seminar_cancellation_reason_check CHECK ((status = 'CANCELLED') = (cancellation_reason IS NOT NULL));

-- What the Kommune owes the NSI: its share while confirmed or attended, nothing while waiting, the tier's part after a late
-- cancellation (R18), the whole fee after staying away (R20). The NSI may say otherwise, with a reason.
ALTER TABLE registration
  ADD COLUMN due_cents  BIGINT       NOT NULL DEFAULT 0,
  ADD COLUMN due_reason VARCHAR(500) NULL COMMENT 'why the NSI set another amount; empty where the rule did';
UPDATE registration SET due_cents = fee_cents - subsidy_cents WHERE status IN ('CONFIRMED', 'ATTENDED');
UPDATE registration SET due_cents = fee_cents WHERE status = 'NO_SHOW';
ALTER TABLE registration
  ADD CONSTRAINT registration_due_check CHECK (due_cents BETWEEN 0 AND fee_cents),
  ADD CONSTRAINT registration_waiting_owes_nothing_check CHECK (status <> 'WAITING' OR due_cents = 0);

ALTER TABLE registration_event
  ADD COLUMN earlier_participant_id BIGINT       NULL COMMENT 'R16: who it was before; a row, so that the person can be made anonymous (R27)',
  ADD COLUMN earlier_seminar_id     BIGINT       NULL COMMENT 'R17: which date it was before',
  ADD COLUMN due_cents              BIGINT       NULL COMMENT 'what the Kommune owes from then on, where that changed',
  ADD COLUMN reason                 VARCHAR(500) NULL,
  ADD CONSTRAINT registration_event_participant_fk FOREIGN KEY (earlier_participant_id) REFERENCES participant (id),
  ADD CONSTRAINT registration_event_seminar_fk FOREIGN KEY (earlier_seminar_id) REFERENCES seminar (id);

-- R20: a row says that the person was there on that day.
CREATE TABLE attendance (
  registration_id BIGINT NOT NULL,
  day             DATE   NOT NULL,
  PRIMARY KEY (registration_id, day),
  CONSTRAINT attendance_registration_fk FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A row says that somebody looked on that day: nobody there and nobody looked are different things.
CREATE TABLE attendance_day (
  seminar_id  BIGINT      NOT NULL,
  day         DATE        NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  recorded_by BIGINT      NULL,
  PRIMARY KEY (seminar_id, day),
  CONSTRAINT attendance_day_seminar_fk FOREIGN KEY (seminar_id) REFERENCES seminar (id),
  CONSTRAINT attendance_day_user_fk FOREIGN KEY (recorded_by) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A correction after closing books the difference: it spends or takes back the subsidy of one registration, with its reason.
ALTER TABLE budget_entry
  DROP CONSTRAINT budget_entry_type_check,
  ADD CONSTRAINT budget_entry_type_check CHECK (type IN ('ALLOCATION', 'ADJUSTMENT', 'RESERVATION', 'RELEASE', 'SPENDING', 'CORRECTION')),
  ADD CONSTRAINT budget_entry_correction_check CHECK (type <> 'CORRECTION' OR (allocated_cents = 0 AND reserved_cents = 0 AND registration_id IS NOT NULL AND reason IS NOT NULL));
