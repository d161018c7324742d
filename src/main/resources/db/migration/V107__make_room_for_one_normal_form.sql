-- R37, adr/0050: one normal form decides sameness. Addresses are kept as they are written, with their domain in A-form; what compares
-- them is a key that the program makes (EmailAddress.key), letter for letter. The next migration fills it for rows from before.
ALTER TABLE participant
  MODIFY email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'local part as written, domain in A-form (IDNA 2008)';
ALTER TABLE user_account
  MODIFY email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'local part as written, domain in A-form (IDNA 2008)',
  ADD COLUMN email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT (LOWER(email)) COMMENT 'what compares the address (R37)' AFTER email,
  ADD UNIQUE KEY user_account_email_key_unique (email_key),
  DROP KEY user_account_email_unique;
ALTER TABLE invitation
  ADD COLUMN email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL DEFAULT (LOWER(email)) COMMENT 'what compares the address (R37)' AFTER email;
ALTER TABLE outbox_mail
  MODIFY recipient VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

-- Rows from before that turn out to be the same: nothing is merged, somebody has to decide. Ids only, no address.
CREATE TABLE account_conflict (
  other_id BIGINT      NOT NULL COMMENT 'keeps its address and its key as they were; nobody signs in with it any more',
  kept_id  BIGINT      NOT NULL COMMENT 'has the normal form',
  noted_at DATETIME(6) NOT NULL,
  PRIMARY KEY (other_id),
  CONSTRAINT account_conflict_other_fk FOREIGN KEY (other_id) REFERENCES user_account (id) ON DELETE CASCADE,
  CONSTRAINT account_conflict_kept_fk FOREIGN KEY (kept_id) REFERENCES user_account (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE registration_conflict (
  other_id BIGINT      NOT NULL COMMENT 'keeps its place, and the key of its person as it was',
  kept_id  BIGINT      NOT NULL COMMENT 'has the key of the normal form',
  noted_at DATETIME(6) NOT NULL,
  PRIMARY KEY (other_id),
  CONSTRAINT registration_conflict_other_fk FOREIGN KEY (other_id) REFERENCES registration (id) ON DELETE CASCADE,
  CONSTRAINT registration_conflict_kept_fk FOREIGN KEY (kept_id) REFERENCES registration (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
