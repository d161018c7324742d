-- R24 for every act, not only for registrations. Of the key a hash is enough to find it again; what the first one got is sealed
-- with the key itself. A key that was used before the update is found by its hash as well; its reference, which is no secret, stays
-- readable until the row goes.
ALTER TABLE submission
  MODIFY submission_key VARCHAR(100) NOT NULL COLLATE utf8mb4_bin COMMENT 'SHA-256 of the key',
  MODIFY reference CHAR(8) NOT NULL DEFAULT '' COLLATE utf8mb4_bin COMMENT 'only of rows from before V086',
  ADD COLUMN result MEDIUMTEXT NULL COLLATE utf8mb4_bin COMMENT 'sealed with the key' AFTER content_hash,
  ADD COLUMN answer MEDIUMTEXT NULL COLLATE utf8mb4_bin COMMENT 'sealed with the key' AFTER result;
UPDATE submission SET submission_key = SHA2(submission_key, 256);
