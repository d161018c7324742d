-- A mail need not be about a registration: the Ministry is told that the money of a period has reached a threshold. What happened
-- concerns a seminar or the money of a period, never both. Nobody locks a period, so its foreign key waits for nobody.
ALTER TABLE mail_occasion
  MODIFY COLUMN seminar_id BIGINT NULL COMMENT 'as it was when it happened, like the participant; empty: about money',
  ADD COLUMN period_id BIGINT NULL COMMENT 'whose money it is about',
  ADD CONSTRAINT mail_occasion_period_fk FOREIGN KEY (period_id) REFERENCES funding_period (id),
  ADD CONSTRAINT mail_occasion_subject_check CHECK ((seminar_id IS NULL) <> (period_id IS NULL) AND (registration_id IS NULL OR seminar_id IS NOT NULL));

ALTER TABLE outbox_mail
  MODIFY COLUMN registration_id BIGINT NULL COMMENT 'empty: about the money of a period',
  ADD CONSTRAINT outbox_mail_subject_check CHECK ((registration_id IS NULL) = (kind = 'BUDGET_THRESHOLD'));
