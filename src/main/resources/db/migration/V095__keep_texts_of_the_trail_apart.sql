-- R27: what people write in their own words, a reason or a remark, may name a person, and has an end. The trail has none, and its seals
-- hold. So the words stand here; the entry, and with it the seal, holds only their salted hash (adr/0044). With the row salt and words go,
-- and the hash says nothing any more.
CREATE TABLE audit_text (
  entry_id    BIGINT      NOT NULL,
  field       VARCHAR(60) NOT NULL COMMENT 'where in the entry: after.reason',
  salt        CHAR(64)    NOT NULL COMMENT 'random',
  text        TEXT        NOT NULL,
  sealed_json TEXT        NULL COMMENT 'the values of an entry from before V095 as they were sealed then; goes with the text',
  PRIMARY KEY (entry_id, field),
  CONSTRAINT audit_text_entry_fk FOREIGN KEY (entry_id) REFERENCES audit_entry (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The chain as it stood before the words went out of the entries. Its seals can be checked as long as the words are there; the new chain
-- goes on from its last hash.
CREATE TABLE audit_seal_former (
  id            BIGINT      NOT NULL,
  from_id       BIGINT      NOT NULL,
  to_id         BIGINT      NOT NULL,
  entries       INT         NOT NULL,
  previous_hash CHAR(64)    NOT NULL,
  hash          CHAR(64)    NOT NULL,
  sealed_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO audit_text (entry_id, field, salt, text, sealed_json)
  SELECT id, 'after.reason', LOWER(HEX(RANDOM_BYTES(32))), JSON_VALUE(after_json, '$.reason'), after_json
  FROM audit_entry WHERE JSON_VALUE(after_json, '$.reason') <> '';
INSERT INTO audit_text (entry_id, field, salt, text, sealed_json)
  SELECT id, 'after.remark', LOWER(HEX(RANDOM_BYTES(32))), JSON_VALUE(after_json, '$.remark'), after_json
  FROM audit_entry WHERE JSON_VALUE(after_json, '$.remark') <> '';

DROP TRIGGER audit_entry_never_changed;
UPDATE audit_entry e JOIN audit_text t ON t.entry_id = e.id AND t.field = 'after.reason'
  SET e.after_json = JSON_SET(e.after_json, '$.reason', CONCAT('sha256:', SHA2(CONCAT(t.salt, t.text), 256)));
UPDATE audit_entry e JOIN audit_text t ON t.entry_id = e.id AND t.field = 'after.remark'
  SET e.after_json = JSON_SET(e.after_json, '$.remark', CONCAT('sha256:', SHA2(CONCAT(t.salt, t.text), 256)));
CREATE TRIGGER audit_entry_never_changed BEFORE UPDATE ON audit_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit trail only grows (R26): no entry is ever changed.';

INSERT INTO audit_seal_former (id, from_id, to_id, entries, previous_hash, hash, sealed_at)
  SELECT id, from_id, to_id, entries, previous_hash, hash, sealed_at FROM audit_seal
  WHERE EXISTS (SELECT 1 FROM audit_text t WHERE t.entry_id <= (SELECT MAX(s.to_id) FROM audit_seal s));
DROP TRIGGER audit_seal_never_deleted;
DELETE FROM audit_seal WHERE EXISTS (SELECT 1 FROM audit_seal_former);
CREATE TRIGGER audit_seal_never_deleted BEFORE DELETE ON audit_seal FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The chain of seals only grows (R26): no seal is ever deleted.';

CREATE TRIGGER audit_seal_former_never_changed BEFORE UPDATE ON audit_seal_former FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The chain of seals only grows (R26): no seal is ever changed.';
CREATE TRIGGER audit_seal_former_never_deleted BEFORE DELETE ON audit_seal_former FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The chain of seals only grows (R26): no seal is ever deleted.';
CREATE TRIGGER audit_text_never_changed BEFORE UPDATE ON audit_text FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The words of an entry go when their time has come (R27); they are never changed.';
