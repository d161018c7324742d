-- One person of one Kommune in one seminar. The id is the order of receipt (R21): the server gives it, one after the other.
CREATE TABLE participant (
  id                  BIGINT       NOT NULL AUTO_INCREMENT,
  first_name          VARCHAR(80)  NOT NULL,
  last_name           VARCHAR(80)  NOT NULL,
  email               VARCHAR(254) NOT NULL,
  job_title           VARCHAR(120) NULL,
  accessibility_needs VARCHAR(500) NULL COMMENT 'deleted four weeks after the seminar (R27)',
  PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE registration (
  id              BIGINT      NOT NULL AUTO_INCREMENT COMMENT 'order of receipt',
  reference       CHAR(8)     NOT NULL COLLATE utf8mb4_bin,
  programme_id    BIGINT      NOT NULL,
  period_id       BIGINT      NOT NULL,
  place_scope     BIGINT      NOT NULL DEFAULT 0,
  seminar_id      BIGINT      NOT NULL,
  kommune_ars     CHAR(12)    NOT NULL,
  participant_id  BIGINT      NOT NULL,
  person_key      VARCHAR(64) COLLATE utf8mb4_bin   NOT NULL COMMENT 'SHA-256 of the normalised e-mail address',
  place_number    INT         NULL COMMENT 'kept after cancellation, for the record',
  status          VARCHAR(10) NOT NULL,
  waiting_reason  VARCHAR(5)  NULL,
  fee_cents       BIGINT      NOT NULL COMMENT 'snapshot (R8)',
  rate_basis_points INT       NOT NULL COMMENT 'snapshot (R8)',
  subsidy_cents   BIGINT      NOT NULL,
  own_share_cents BIGINT      GENERATED ALWAYS AS (fee_cents - subsidy_cents) STORED,
  registered_at   DATETIME(6) NOT NULL,
  registered_by   BIGINT      NULL,
  confirmed_at    DATETIME(6) NULL,
  cancelled_at    DATETIME(6) NULL,
  version         INT         NOT NULL DEFAULT 0,
  live_place      INT         GENERATED ALWAYS AS (CASE WHEN status IN ('CONFIRMED', 'WAITING', 'ATTENDED') THEN place_number END) STORED,
  live_person     VARCHAR(64) COLLATE utf8mb4_bin   GENERATED ALWAYS AS (CASE WHEN status IN ('CONFIRMED', 'WAITING', 'ATTENDED') THEN person_key END) STORED,
  PRIMARY KEY (id),
  UNIQUE KEY registration_reference_unique (reference),
  UNIQUE KEY registration_live_place_unique (programme_id, place_scope, kommune_ars, live_place),
  UNIQUE KEY registration_live_person_unique (programme_id, live_person),
  KEY registration_seminar_status (seminar_id, status, id),
  KEY registration_waiting (period_id, status, waiting_reason, id),
  KEY registration_kommune (kommune_ars, id),
  CONSTRAINT registration_period_fk FOREIGN KEY (programme_id, period_id) REFERENCES funding_period (programme_id, id),
  CONSTRAINT registration_place_fk FOREIGN KEY (programme_id, place_scope, kommune_ars, place_number) REFERENCES place (programme_id, scope, kommune_ars, place_number),
  CONSTRAINT registration_seminar_fk FOREIGN KEY (seminar_id) REFERENCES seminar (id),
  CONSTRAINT registration_kommune_fk FOREIGN KEY (kommune_ars) REFERENCES kommune (ars),
  CONSTRAINT registration_participant_fk FOREIGN KEY (participant_id) REFERENCES participant (id),
  CONSTRAINT registration_user_fk FOREIGN KEY (registered_by) REFERENCES user_account (id),
  CONSTRAINT registration_status_check CHECK (status IN ('CONFIRMED', 'WAITING', 'ATTENDED', 'NO_SHOW', 'CANCELLED')),
  CONSTRAINT registration_waiting_reason_check CHECK ((status = 'WAITING') = (waiting_reason IS NOT NULL)),
  CONSTRAINT registration_reason_check CHECK (waiting_reason IN ('SEATS', 'FUNDS')),
  CONSTRAINT registration_live_has_place_check CHECK (status NOT IN ('CONFIRMED', 'WAITING', 'ATTENDED') OR place_number IS NOT NULL),
  CONSTRAINT registration_cancelled_check CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL)),
  CONSTRAINT registration_money_check CHECK (fee_cents >= 0 AND subsidy_cents BETWEEN 0 AND fee_cents),
  CONSTRAINT registration_subsidy_check CHECK (subsidy_cents = fee_cents * rate_basis_points DIV 10000)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What happened to a registration, for the people who look at it. Grows only.
CREATE TABLE registration_event (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  registration_id BIGINT       NOT NULL,
  at              DATETIME(6)  NOT NULL,
  kind            VARCHAR(20)  NOT NULL,
  waiting_reason  VARCHAR(5)   NULL,
  actor_role      VARCHAR(10)  NULL COMMENT 'empty: the portal itself',
  PRIMARY KEY (id),
  KEY registration_event_registration (registration_id, id),
  CONSTRAINT registration_event_registration_fk FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- R24: the same submission twice has the effect of one.
CREATE TABLE submission (
  user_id      BIGINT      NOT NULL,
  submission_key VARCHAR(100) NOT NULL COLLATE utf8mb4_bin,
  content_hash CHAR(64)    NOT NULL,
  reference    CHAR(8)     NOT NULL COLLATE utf8mb4_bin,
  created_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (user_id, submission_key),
  KEY submission_created_at (created_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The ledger (R11). Every line moves the three totals by its three amounts; the sums of the lines are the totals.
-- RELEASE and SPENDING resolve exactly one RESERVATION each (R10): UNIQUE(resolves_entry_id).
CREATE TABLE budget_entry (
  id                BIGINT       NOT NULL AUTO_INCREMENT,
  period_id         BIGINT       NOT NULL,
  type              VARCHAR(12)  NOT NULL,
  allocated_cents   BIGINT       NOT NULL DEFAULT 0,
  reserved_cents    BIGINT       NOT NULL DEFAULT 0,
  spent_cents       BIGINT       NOT NULL DEFAULT 0,
  registration_id   BIGINT       NULL,
  reference         CHAR(8)      NULL COLLATE utf8mb4_bin COMMENT 'of the registration, so that the ledger can be read alone',
  kommune_ars       CHAR(12)     NULL COMMENT 'whose share the Land pays',
  resolves_entry_id BIGINT       NULL,
  reason            VARCHAR(500) NULL,
  booked_at         DATETIME(6)  NOT NULL,
  booked_by         BIGINT       NULL,
  PRIMARY KEY (id),
  UNIQUE KEY budget_entry_resolved_once (resolves_entry_id),
  KEY budget_entry_period_booked (period_id, booked_at),
  KEY budget_entry_registration (registration_id, id),
  CONSTRAINT budget_entry_period_fk FOREIGN KEY (period_id) REFERENCES funding_period (id),
  CONSTRAINT budget_entry_registration_fk FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT budget_entry_kommune_fk FOREIGN KEY (kommune_ars) REFERENCES kommune (ars),
  CONSTRAINT budget_entry_payee_check CHECK ((registration_id IS NULL) = (reference IS NULL) AND (registration_id IS NULL) = (kommune_ars IS NULL)),
  CONSTRAINT budget_entry_resolves_fk FOREIGN KEY (resolves_entry_id) REFERENCES budget_entry (id),
  CONSTRAINT budget_entry_type_check CHECK (type IN ('ALLOCATION', 'ADJUSTMENT', 'RESERVATION', 'RELEASE', 'SPENDING')),
  CONSTRAINT budget_entry_allocation_check CHECK (type NOT IN ('ALLOCATION', 'ADJUSTMENT') OR (allocated_cents <> 0 AND reserved_cents = 0 AND spent_cents = 0 AND reason IS NOT NULL AND registration_id IS NULL)),
  CONSTRAINT budget_entry_reservation_check CHECK (type <> 'RESERVATION' OR (allocated_cents = 0 AND reserved_cents >= 0 AND spent_cents = 0 AND registration_id IS NOT NULL)),
  CONSTRAINT budget_entry_release_check CHECK (type <> 'RELEASE' OR (allocated_cents = 0 AND reserved_cents <= 0 AND spent_cents = 0 AND registration_id IS NOT NULL)),
  CONSTRAINT budget_entry_spending_check CHECK (type <> 'SPENDING' OR (allocated_cents = 0 AND reserved_cents <= 0 AND spent_cents = -reserved_cents AND registration_id IS NOT NULL)),
  CONSTRAINT budget_entry_resolves_check CHECK ((type IN ('RELEASE', 'SPENDING')) = (resolves_entry_id IS NOT NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TRIGGER budget_entry_never_changed BEFORE UPDATE ON budget_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows (R11): no entry is ever changed.';
CREATE TRIGGER budget_entry_never_deleted BEFORE DELETE ON budget_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows (R11): no entry is ever deleted.';
