-- R26: who changed what, when, before and after. Written in the transaction of the change. No names of participants here:
-- an entry names the row, so that a person can be made anonymous (R27) without touching the trail.
CREATE TABLE audit_entry (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  at           DATETIME(6)  NOT NULL,
  actor_id     BIGINT       NULL COMMENT 'empty: the portal itself',
  actor_role   VARCHAR(10)  NULL,
  action       VARCHAR(60)  NOT NULL,
  subject_type VARCHAR(30)  NOT NULL,
  subject_id   VARCHAR(60)  NOT NULL,
  before_json  TEXT         NULL,
  after_json   TEXT         NULL,
  PRIMARY KEY (id),
  KEY audit_entry_subject (subject_type, subject_id, id),
  KEY audit_entry_at (at),
  KEY audit_entry_actor (actor_id, id),
  CONSTRAINT audit_entry_actor_fk FOREIGN KEY (actor_id) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TRIGGER audit_entry_never_changed BEFORE UPDATE ON audit_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit trail only grows (R26): no entry is ever changed.';
CREATE TRIGGER audit_entry_never_deleted BEFORE DELETE ON audit_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit trail only grows (R26): no entry is ever deleted.';
