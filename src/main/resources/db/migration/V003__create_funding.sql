-- The programme, its periods, the budget with its append-only ledger, and the places of every Kommune.
CREATE TABLE programme (
  id                        BIGINT       NOT NULL AUTO_INCREMENT,
  name                      VARCHAR(120) NOT NULL,
  subsidy_rate_basis_points INT          NOT NULL COMMENT '5000 = 50 %',
  places_per_kommune        INT          NOT NULL,
  cap_scope                 VARCHAR(10)  NOT NULL DEFAULT 'PROGRAMME',
  attendance_threshold_days INT          NOT NULL DEFAULT 2,
  version                   INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY programme_name_unique (name),
  CONSTRAINT programme_rate_check CHECK (subsidy_rate_basis_points BETWEEN 0 AND 10000),
  CONSTRAINT programme_places_check CHECK (places_per_kommune BETWEEN 1 AND 2),
  CONSTRAINT programme_cap_scope_check CHECK (cap_scope IN ('PROGRAMME', 'PERIOD'))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE funding_period (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  programme_id BIGINT       NOT NULL,
  name         VARCHAR(120) NOT NULL,
  first_day    DATE         NOT NULL,
  last_day     DATE         NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY funding_period_programme (programme_id, id),
  UNIQUE KEY funding_period_first_day_unique (programme_id, first_day),
  CONSTRAINT funding_period_programme_fk FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT funding_period_days_check CHECK (first_day <= last_day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The running totals (R8, R9). One narrow row a period, because every confirmation touches it: the hottest row is kept alone.
CREATE TABLE budget (
  period_id         BIGINT NOT NULL,
  allocated_cents   BIGINT NOT NULL DEFAULT 0,
  reserved_cents    BIGINT NOT NULL DEFAULT 0,
  spent_cents       BIGINT NOT NULL DEFAULT 0,
  waiting_for_funds INT    NOT NULL DEFAULT 0 COMMENT 'registrations of the period that wait for money',
  PRIMARY KEY (period_id),
  CONSTRAINT budget_period_fk FOREIGN KEY (period_id) REFERENCES funding_period (id),
  CONSTRAINT budget_not_negative_check CHECK (allocated_cents >= 0 AND reserved_cents >= 0 AND spent_cents >= 0),
  CONSTRAINT budget_never_overdrawn_check CHECK (reserved_cents + spent_cents <= allocated_cents),
  CONSTRAINT budget_waiting_check CHECK (waiting_for_funds >= 0)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The two places of a Kommune (R3), a row each. A place is taken by a live registration, or by use in an earlier period.
CREATE TABLE place (
  programme_id  BIGINT       NOT NULL,
  scope         BIGINT       NOT NULL DEFAULT 0 COMMENT '0: the whole programme; else the id of the funding period',
  kommune_ars   CHAR(12)     NOT NULL,
  place_number  INT          NOT NULL,
  taken_by      CHAR(8)      NULL COMMENT 'reference of the live registration',
  earlier_use   VARCHAR(120) NULL COMMENT 'the earlier period in which the place was used up',
  PRIMARY KEY (programme_id, scope, kommune_ars, place_number),
  UNIQUE KEY place_taken_by_unique (taken_by),
  CONSTRAINT place_programme_fk FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT place_kommune_fk FOREIGN KEY (kommune_ars) REFERENCES kommune (ars),
  CONSTRAINT place_number_check CHECK (place_number IN (1, 2)),
  CONSTRAINT place_one_use_check CHECK (taken_by IS NULL OR earlier_use IS NULL)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
