-- R36: a proof of use is stored as it was issued. A new version never replaces an old one.

-- Running numbers without gaps (R34), as those of the claims: drawn in the transaction that stores the document, under the lock of this row.
CREATE TABLE proof_counter (
  first_year  INT NOT NULL COMMENT 'in which the period begins',
  last_number INT NOT NULL,
  PRIMARY KEY (first_year)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE proof_of_use (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  period_id     BIGINT       NOT NULL,
  number        VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin COMMENT 'VN-2027-001',
  version       INT          NOT NULL COMMENT '1, 2, 3 … within the period',
  draft         BOOLEAN      NOT NULL COMMENT 'something was missing when it was made',
  facts         LONGTEXT     NOT NULL COLLATE utf8mb4_bin COMMENT 'JSON without a name: what the files are made of',
  spent_cents   BIGINT       NOT NULL,
  paid_cents    BIGINT       NOT NULL,
  narrative     MEDIUMTEXT   NULL COMMENT 'Sachbericht, as it was typed',
  place         VARCHAR(80)  NOT NULL COMMENT 'of the declaration',
  producer_name VARCHAR(200) NOT NULL COMMENT 'who declares',
  pdf           LONGBLOB     NULL COMMENT 'the file; empty once the names in it had to go (R27)',
  xlsx          LONGBLOB     NULL,
  pdf_sha256    CHAR(64)     NOT NULL COLLATE utf8mb4_bin COMMENT 'of the file itself',
  xlsx_sha256   CHAR(64)     NOT NULL COLLATE utf8mb4_bin,
  produced_at   DATETIME(6)  NOT NULL,
  produced_by   BIGINT       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY proof_of_use_number_unique (number),
  UNIQUE KEY proof_of_use_version_unique (period_id, version),
  KEY proof_of_use_pdf (pdf_sha256),
  KEY proof_of_use_xlsx (xlsx_sha256),
  CONSTRAINT proof_of_use_period_fk FOREIGN KEY (period_id) REFERENCES funding_period (id),
  CONSTRAINT proof_of_use_produced_by_fk FOREIGN KEY (produced_by) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The only change is that names and words go when their time has come (R27); then the files, which hold them, go too.
CREATE TRIGGER proof_of_use_never_changed BEFORE UPDATE ON proof_of_use FOR EACH ROW BEGIN
  IF NEW.pdf IS NOT NULL OR NEW.xlsx IS NOT NULL OR NOT (NEW.id <=> OLD.id AND NEW.period_id <=> OLD.period_id AND NEW.number <=> OLD.number
      AND NEW.version <=> OLD.version AND NEW.draft <=> OLD.draft AND NEW.facts <=> OLD.facts AND NEW.spent_cents <=> OLD.spent_cents
      AND NEW.paid_cents <=> OLD.paid_cents AND NEW.pdf_sha256 <=> OLD.pdf_sha256 AND NEW.xlsx_sha256 <=> OLD.xlsx_sha256
      AND NEW.produced_at <=> OLD.produced_at AND NEW.produced_by <=> OLD.produced_by) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A proof of use is never changed (R36).';
  END IF;
END;
CREATE TRIGGER proof_of_use_never_deleted BEFORE DELETE ON proof_of_use FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A proof of use is never deleted (R36).';

-- The examination note of the Ministry.
CREATE TABLE proof_acceptance (
  proof_id    BIGINT        NOT NULL,
  accepted_at DATETIME(6)   NOT NULL,
  accepted_by BIGINT        NOT NULL,
  remark      VARCHAR(1000) NOT NULL,
  PRIMARY KEY (proof_id),
  CONSTRAINT proof_acceptance_proof_fk FOREIGN KEY (proof_id) REFERENCES proof_of_use (id),
  CONSTRAINT proof_acceptance_accepted_by_fk FOREIGN KEY (accepted_by) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
-- R33, and only a finished one.
CREATE TRIGGER proof_accepted_by_another BEFORE INSERT ON proof_acceptance FOR EACH ROW BEGIN
  IF NOT EXISTS (SELECT 1 FROM proof_of_use p WHERE p.id = NEW.proof_id AND NOT p.draft AND p.produced_by <> NEW.accepted_by) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A finished proof of use is accepted by somebody else than who produced it (R33).';
  END IF;
END;
CREATE TRIGGER proof_acceptance_never_changed BEFORE UPDATE ON proof_acceptance FOR EACH ROW BEGIN
  IF NOT (NEW.proof_id <=> OLD.proof_id AND NEW.accepted_at <=> OLD.accepted_at AND NEW.accepted_by <=> OLD.accepted_by) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'An acceptance is never changed (R36).';
  END IF;
END;
CREATE TRIGGER proof_acceptance_never_deleted BEFORE DELETE ON proof_acceptance FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'An acceptance is never deleted (R36).';
