-- R27: what was deleted when by which rule. Nothing here says who it was about.
CREATE TABLE deletion_run (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  occasion    VARCHAR(10) NOT NULL,
  actor_role  VARCHAR(10) NULL COMMENT 'empty: the portal itself',
  started_at  DATETIME(6) NOT NULL,
  finished_at DATETIME(6) NULL COMMENT 'empty: still running, or broken off; the next run goes on where it was',
  PRIMARY KEY (id),
  CONSTRAINT deletion_run_occasion_check CHECK (occasion IN ('SCHEDULE', 'BY_HAND', 'REQUEST'))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One row for each batch, written in the transaction that deletes it.
CREATE TABLE deletion_proof (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  run_id    BIGINT      NOT NULL,
  kind      VARCHAR(40) NOT NULL COMMENT 'of what was deleted',
  rule      VARCHAR(30) NOT NULL COMMENT 'of the schedule, or ERASURE on request',
  keep_for  VARCHAR(20) NULL COMMENT 'the setting at that time: P5Y; empty on request',
  deleted   INT         NOT NULL,
  at        DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY deletion_proof_run (run_id, kind),
  CONSTRAINT deletion_proof_run_fk FOREIGN KEY (run_id) REFERENCES deletion_run (id),
  CONSTRAINT deletion_proof_deleted_check CHECK (deleted > 0)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
CREATE TRIGGER deletion_proof_never_changed BEFORE UPDATE ON deletion_proof FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A proof of deletion is never changed (R27).';
CREATE TRIGGER deletion_proof_never_deleted BEFORE DELETE ON deletion_proof FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A proof of deletion is never deleted (R27).';

-- One run at a time: whoever holds this row until that instant.
CREATE TABLE deletion_turn (
  id          INT         NOT NULL,
  taken_until DATETIME(6) NOT NULL,
  done_on     DATE        NULL COMMENT 'the day whose scheduled run is finished',
  PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
