-- R27: a registration stays as a figure when its person has been made anonymous, and says so.
ALTER TABLE registration ADD COLUMN forgotten_at DATETIME(6) NULL COMMENT 'its people are anonymous since then';

-- An account ends five years after the end of the period in which it was locked or last used.
ALTER TABLE user_account
  ADD COLUMN locked_at    DATETIME(6) NULL COMMENT 'while nobody may sign in with it',
  ADD COLUMN forgotten_at DATETIME(6) NULL COMMENT 'its owner is anonymous since then';
UPDATE user_account u SET locked_at = COALESCE((SELECT MAX(e.at) FROM audit_entry e WHERE e.subject_type = 'account'
    AND e.subject_id = CONVERT(u.id, CHAR) COLLATE utf8mb4_unicode_ci AND e.action = 'account.disabled'), UTC_TIMESTAMP(6)) WHERE NOT active;

-- Beside the account, whose row is left alone by those who sign in.
CREATE TABLE account_use (
  user_id BIGINT      NOT NULL,
  used_at DATETIME(6) NOT NULL COMMENT 'last sign-in, to the day',
  PRIMARY KEY (user_id),
  CONSTRAINT account_use_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
INSERT INTO account_use (user_id, used_at) SELECT s.user_id, MAX(s.refreshed_at) FROM user_session s GROUP BY s.user_id;

-- Why an attendance was corrected may name the person and stands in the history of the registration, which has an end; the ledger has none.
DROP TRIGGER budget_entry_never_changed;
UPDATE budget_entry SET reason = 'Teilnahme berichtigt' WHERE type = 'CORRECTION';
CREATE TRIGGER budget_entry_never_changed BEFORE UPDATE ON budget_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows (R11): no entry is ever changed.';
