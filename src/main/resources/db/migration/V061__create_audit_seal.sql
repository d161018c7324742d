-- R26: the chain that makes a removed or changed audit entry visible. A seal holds the hash over the text of its entries and the
-- hash of the seal before; a job writes it afterwards, so that nobody who changes something waits for anybody else.
CREATE TABLE audit_seal (
  id            BIGINT      NOT NULL AUTO_INCREMENT,
  from_id       BIGINT      NOT NULL COMMENT 'first id that belongs to it, the one after the seal before',
  to_id         BIGINT      NOT NULL COMMENT 'last entry sealed; ids in between that a rollback left unused stay unused',
  entries       INT         NOT NULL,
  previous_hash CHAR(64)    NOT NULL COMMENT 'zeros at the first',
  hash          CHAR(64)    NOT NULL,
  sealed_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY audit_seal_from_unique (from_id),
  CONSTRAINT audit_seal_range_check CHECK (from_id <= to_id AND entries >= 1)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TRIGGER audit_seal_never_changed BEFORE UPDATE ON audit_seal FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The chain of seals only grows (R26): no seal is ever changed.';
CREATE TRIGGER audit_seal_never_deleted BEFORE DELETE ON audit_seal FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The chain of seals only grows (R26): no seal is ever deleted.';

-- The page of the trail offers every kind of act that was ever noted, and filters by it.
ALTER TABLE audit_entry ADD KEY audit_entry_action (action, id);
