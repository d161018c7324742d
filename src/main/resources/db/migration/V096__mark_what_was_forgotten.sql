-- R27: a registration stays as a figure when its person has been made anonymous, and says so.
ALTER TABLE registration ADD COLUMN forgotten_at DATETIME(6) NULL COMMENT 'its people are anonymous since then';

-- An account ends five years after the end of the period in which it was locked or last used.
ALTER TABLE user_account
  ADD COLUMN locked_at    DATETIME(6) NULL COMMENT 'while nobody may sign in with it',
  ADD COLUMN used_at      DATETIME(6) NULL COMMENT 'last sign-in, to the day; empty: never',
  ADD COLUMN forgotten_at DATETIME(6) NULL COMMENT 'its owner is anonymous since then';
UPDATE user_account u SET used_at = (SELECT MAX(s.refreshed_at) FROM user_session s WHERE s.user_id = u.id);
UPDATE user_account u SET locked_at = COALESCE((SELECT MAX(e.at) FROM audit_entry e WHERE e.subject_type = 'account'
    AND e.subject_id = CONVERT(u.id, CHAR) COLLATE utf8mb4_unicode_ci AND e.action = 'account.disabled'), UTC_TIMESTAMP(6)) WHERE NOT active;

-- Why an attendance was corrected may name the person and stands in the history of the registration, which has an end; the ledger has none.
DROP TRIGGER budget_entry_never_changed;
UPDATE budget_entry SET reason = 'Teilnahme berichtigt' WHERE type = 'CORRECTION';
CREATE TRIGGER budget_entry_never_changed BEFORE UPDATE ON budget_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows (R11): no entry is ever changed.';
