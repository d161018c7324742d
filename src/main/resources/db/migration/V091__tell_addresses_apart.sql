-- An address is what stands there, letter for letter, after it was normalised: not the same as one with another accent.
-- None can clash: they were told apart less strictly before.
UPDATE user_account SET email = LOWER(TRIM(email));
ALTER TABLE user_account
  MODIFY email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'normalised: NFKC, trimmed, lower case';
ALTER TABLE throttle
  MODIFY throttle_key CHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'SHA-256 of the account, the address, or both';
