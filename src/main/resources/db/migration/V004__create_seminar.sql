-- R6, R7: seminars and their days. Times of the deadlines in UTC, times of day in Europe/Berlin.
CREATE TABLE seminar (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  calendar_uid   CHAR(36)     NOT NULL COMMENT 'stable for the life of the seminar, so that calendars update their entry',
  calendar_sequence INT       NOT NULL DEFAULT 0,
  title          VARCHAR(160) NOT NULL,
  venue          VARCHAR(200) NOT NULL,
  online         BOOLEAN      NOT NULL DEFAULT FALSE,
  capacity       INT          NOT NULL,
  seats_taken    INT          NOT NULL DEFAULT 0,
  waiting_count  INT          NOT NULL DEFAULT 0,
  fee_cents      BIGINT       NOT NULL,
  opens_at       DATETIME(6)  NOT NULL,
  closes_at      DATETIME(6)  NOT NULL,
  first_day      DATE         NOT NULL,
  last_day       DATE         NOT NULL,
  status         VARCHAR(10)  NOT NULL DEFAULT 'DRAFT',
  created_at     DATETIME(6)  NOT NULL,
  changed_at     DATETIME(6)  NOT NULL,
  version        INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY seminar_calendar_uid_unique (calendar_uid),
  KEY seminar_status_first_day (status, first_day),
  CONSTRAINT seminar_capacity_check CHECK (capacity BETWEEN 1 AND 500),
  CONSTRAINT seminar_seats_check CHECK (seats_taken BETWEEN 0 AND capacity),
  CONSTRAINT seminar_waiting_check CHECK (waiting_count >= 0),
  CONSTRAINT seminar_fee_check CHECK (fee_cents BETWEEN 0 AND 10000000),
  CONSTRAINT seminar_window_check CHECK (opens_at < closes_at),
  CONSTRAINT seminar_days_check CHECK (first_day <= last_day),
  CONSTRAINT seminar_status_check CHECK (status IN ('DRAFT', 'PUBLISHED', 'CANCELLED', 'CLOSED'))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE seminar_day (
  seminar_id BIGINT NOT NULL,
  day        DATE   NOT NULL,
  begins     TIME   NOT NULL,
  ends       TIME   NOT NULL,
  PRIMARY KEY (seminar_id, day),
  CONSTRAINT seminar_day_seminar_fk FOREIGN KEY (seminar_id) REFERENCES seminar (id),
  CONSTRAINT seminar_day_times_check CHECK (begins < ends)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
