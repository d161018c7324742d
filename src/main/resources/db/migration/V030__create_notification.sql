-- What somebody has to be told of, written in the transaction in which it happened: one row, no text yet (adr/0021).
-- One foreign key only: checking one locks the row it points to, and the registration's own is locked by then, but the seminar's
-- is not always, and it comes before the budget in the order of locks.
CREATE TABLE mail_occasion (
  id              BIGINT      NOT NULL AUTO_INCREMENT COMMENT 'also the SEQUENCE of calendar entries, because it only grows',
  kind            VARCHAR(30) NOT NULL,
  registration_id BIGINT      NULL COMMENT 'empty: everybody of the seminar',
  seminar_id      BIGINT      NOT NULL COMMENT 'as it was when it happened, like the participant',
  participant_id  BIGINT      NULL,
  facts           TEXT        NULL COMMENT 'JSON: what could not be found out afterwards',
  once_key        VARCHAR(80) NULL COMMENT 'of what happens once only: reminders',
  occurred_at     DATETIME(6) NOT NULL,
  handled_at      DATETIME(6) NULL COMMENT 'mails were composed, or there was nothing to say',
  attempts        INT         NOT NULL DEFAULT 0 COMMENT 'to compose its mails that failed',
  next_attempt_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY mail_occasion_once (once_key),
  KEY mail_occasion_open (handled_at, id),
  KEY mail_occasion_registration (registration_id, id),
  CONSTRAINT mail_occasion_registration_fk FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A mail to one recipient, composed once and sent as it stands here. Message-ID and text stay the same however often it is tried.
CREATE TABLE outbox_mail (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  occasion_id     BIGINT       NOT NULL,
  kind            VARCHAR(30)  NOT NULL,
  registration_id BIGINT       NOT NULL,
  participant_id  BIGINT       NULL COMMENT 'the recipient, if it is a person who attends',
  audience        VARCHAR(20)  NOT NULL,
  recipient       VARCHAR(254) NOT NULL,
  message_id      VARCHAR(150) NOT NULL COMMENT 'stable: a mail that was sent twice after a crash can be recognised',
  subject         VARCHAR(250) NOT NULL,
  text_body       MEDIUMTEXT   NOT NULL,
  html_body       MEDIUMTEXT   NOT NULL,
  calendar        MEDIUMTEXT   NULL COMMENT 'iCalendar objects, one after the other, one a day',
  state           VARCHAR(10)  NOT NULL,
  attempts        INT          NOT NULL DEFAULT 0,
  next_attempt_at DATETIME(6)  NOT NULL,
  lease_until     DATETIME(6)  NULL COMMENT 'SENDING: after this instant the sender counts as lost',
  outage          BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'the last attempt failed for the server, not for this mail',
  last_error      VARCHAR(500) NULL,
  created_at      DATETIME(6)  NOT NULL,
  sent_at         DATETIME(6)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY outbox_mail_message_id (message_id),
  UNIQUE KEY outbox_mail_once (occasion_id, audience, recipient),
  KEY outbox_mail_due (state, id),
  KEY outbox_mail_order (registration_id, recipient, state, id),
  KEY outbox_mail_participant (participant_id),
  CONSTRAINT outbox_mail_occasion_fk FOREIGN KEY (occasion_id) REFERENCES mail_occasion (id),
  CONSTRAINT outbox_mail_registration_fk FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT outbox_mail_state_check CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'FAILED', 'OBSOLETE', 'SHOWN')),
  CONSTRAINT outbox_mail_lease_check CHECK ((state = 'SENDING') = (lease_until IS NOT NULL)),
  CONSTRAINT outbox_mail_sent_check CHECK ((state = 'SENT') = (sent_at IS NOT NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
