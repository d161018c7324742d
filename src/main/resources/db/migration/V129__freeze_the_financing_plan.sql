-- R36: what was decided about the money of a period, and how it is planned. Every version stays as it was entered; the one with the
-- highest number is in force. The rate stands in it, so that a later change of the programme does not rewrite what was planned.
CREATE TABLE funding_plan (
  id                BIGINT       NOT NULL AUTO_INCREMENT,
  period_id         BIGINT       NOT NULL,
  version           INT          NOT NULL COMMENT '1, 2, 3 … within the period',
  decision_number   VARCHAR(60)  NOT NULL COMMENT 'of the funding decision or agreement',
  decision_date     DATE         NOT NULL,
  purpose           VARCHAR(500) NOT NULL,
  chapter_title     VARCHAR(60)  NOT NULL COMMENT 'Kapitel und Titel of the budget of the Land',
  rate_basis_points INT          NOT NULL COMMENT 'the share of the Land when this was entered; 5000 = 50 %',
  reason            VARCHAR(500) NULL COMMENT 'why it was changed; needed once the period has begun',
  recorded_at       DATETIME(6)  NOT NULL,
  recorded_by       BIGINT       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY funding_plan_version_unique (period_id, version),
  CONSTRAINT funding_plan_period_fk FOREIGN KEY (period_id) REFERENCES funding_period (id),
  CONSTRAINT funding_plan_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES user_account (id),
  CONSTRAINT funding_plan_version_check CHECK (version > 0),
  CONSTRAINT funding_plan_rate_check CHECK (rate_basis_points BETWEEN 0 AND 10000)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE funding_plan_year (
  plan_id      BIGINT NOT NULL,
  budget_year  INT    NOT NULL COMMENT 'Haushaltsjahr',
  amount_cents BIGINT NOT NULL,
  PRIMARY KEY (plan_id, budget_year),
  CONSTRAINT funding_plan_year_plan_fk FOREIGN KEY (plan_id) REFERENCES funding_plan (id),
  CONSTRAINT funding_plan_year_amount_check CHECK (amount_cents >= 0)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TRIGGER funding_plan_never_changed BEFORE UPDATE ON funding_plan FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A version of a financing plan is never changed (R36).';
CREATE TRIGGER funding_plan_never_deleted BEFORE DELETE ON funding_plan FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A version of a financing plan is never deleted (R36).';
CREATE TRIGGER funding_plan_year_never_changed BEFORE UPDATE ON funding_plan_year FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A version of a financing plan is never changed (R36).';
CREATE TRIGGER funding_plan_year_never_deleted BEFORE DELETE ON funding_plan_year FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A version of a financing plan is never deleted (R36).';
