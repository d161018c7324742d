-- Mittelabruf: the NSI asks the Ministry for the money that is spent. Every spent entry of the ledger is in at most one claim.

-- Running numbers without gaps: a number is drawn in the transaction that prepares the claim, under the lock of this row. One row
-- for each year in which a period begins, so that no number is given twice.
CREATE TABLE claim_counter (
  first_year  INT NOT NULL,
  last_number INT NOT NULL,
  PRIMARY KEY (first_year)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE claim (
  id            BIGINT        NOT NULL AUTO_INCREMENT,
  period_id     BIGINT        NOT NULL,
  number        VARCHAR(10)   NOT NULL COLLATE utf8mb4_bin COMMENT '2027-001',
  status        VARCHAR(10)   NOT NULL,
  amount_cents  BIGINT        NOT NULL COMMENT 'sum of its lines',
  granted_cents BIGINT        NOT NULL COMMENT 'what was allocated when it was prepared or submitted',
  drawn_cents   BIGINT        NOT NULL COMMENT 'what other claims had asked for by then',
  prepared_at   DATETIME(6)   NOT NULL,
  prepared_by   BIGINT        NOT NULL,
  submitted_at  DATETIME(6)   NULL,
  submitted_by  BIGINT        NULL,
  returned_at   DATETIME(6)   NULL,
  returned_by   BIGINT        NULL,
  remark        VARCHAR(1000) NULL COMMENT 'why it was sent back the last time',
  approved_at   DATETIME(6)   NULL,
  approved_by   BIGINT        NULL,
  paid_at       DATETIME(6)   NULL,
  paid_by       BIGINT        NULL,
  version       INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY claim_number_unique (number),
  KEY claim_period (period_id, id),
  CONSTRAINT claim_period_fk FOREIGN KEY (period_id) REFERENCES funding_period (id),
  CONSTRAINT claim_prepared_by_fk FOREIGN KEY (prepared_by) REFERENCES user_account (id),
  CONSTRAINT claim_submitted_by_fk FOREIGN KEY (submitted_by) REFERENCES user_account (id),
  CONSTRAINT claim_returned_by_fk FOREIGN KEY (returned_by) REFERENCES user_account (id),
  CONSTRAINT claim_approved_by_fk FOREIGN KEY (approved_by) REFERENCES user_account (id),
  CONSTRAINT claim_paid_by_fk FOREIGN KEY (paid_by) REFERENCES user_account (id),
  CONSTRAINT claim_status_check CHECK (status IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PAID')),
  CONSTRAINT claim_amount_check CHECK (amount_cents > 0),
  CONSTRAINT claim_submitted_check CHECK ((status = 'DRAFT') = (submitted_at IS NULL) AND (submitted_at IS NULL) = (submitted_by IS NULL)),
  CONSTRAINT claim_returned_check CHECK (status <> 'RETURNED' OR (returned_at IS NOT NULL AND returned_by IS NOT NULL AND remark IS NOT NULL)),
  CONSTRAINT claim_approved_check CHECK ((status IN ('APPROVED', 'PAID')) = (approved_at IS NOT NULL) AND (approved_at IS NULL) = (approved_by IS NULL)),
  CONSTRAINT claim_paid_check CHECK ((status = 'PAID') = (paid_at IS NOT NULL) AND (paid_at IS NULL) = (paid_by IS NULL)),
  CONSTRAINT claim_four_eyes_check CHECK (approved_by IS NULL OR (approved_by <> prepared_by AND approved_by <> submitted_by))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The amount of a line is that of its entry, which never changes. UNIQUE: in at most one claim, whatever the program does.
CREATE TABLE claim_line (
  id              BIGINT NOT NULL AUTO_INCREMENT,
  claim_id        BIGINT NOT NULL,
  budget_entry_id BIGINT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY claim_line_entry_unique (budget_entry_id),
  KEY claim_line_claim (claim_id, budget_entry_id),
  CONSTRAINT claim_line_claim_fk FOREIGN KEY (claim_id) REFERENCES claim (id),
  CONSTRAINT claim_line_entry_fk FOREIGN KEY (budget_entry_id) REFERENCES budget_entry (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TRIGGER claim_line_of_spent_money BEFORE INSERT ON claim_line FOR EACH ROW BEGIN
  IF NOT EXISTS (SELECT 1 FROM claim c JOIN budget_entry e ON e.id = NEW.budget_entry_id AND e.period_id = c.period_id AND e.type IN ('SPENDING', 'CORRECTION') AND e.spent_cents <> 0
                 WHERE c.id = NEW.claim_id AND c.status IN ('DRAFT', 'RETURNED')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Only money spent in the period of a claim that is not submitted can be claimed.';
  END IF;
END;
CREATE TRIGGER claim_line_never_changed BEFORE UPDATE ON claim_line FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'No line of a claim is ever changed.';
CREATE TRIGGER claim_line_stays BEFORE DELETE ON claim_line FOR EACH ROW BEGIN
  IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.id = OLD.claim_id AND c.status IN ('DRAFT', 'RETURNED')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The lines of a submitted claim stay.';
  END IF;
END;
