-- R2: Kommunen merge. The people of an ended Kommune keep its places; each place in use there uses up one of its successor's.
ALTER TABLE place
  ADD COLUMN held_for_ars    CHAR(12) NULL COMMENT 'the predecessor whose place in use counts against this one',
  ADD COLUMN held_for_number INT      NULL,
  ADD COLUMN ended           BOOLEAN  NOT NULL DEFAULT FALSE COMMENT 'the Kommune has ended: nobody takes the place any more',
  ADD UNIQUE KEY place_held_once (programme_id, scope, held_for_ars, held_for_number),
  ADD CONSTRAINT place_held_for_fk FOREIGN KEY (programme_id, scope, held_for_ars, held_for_number) REFERENCES place (programme_id, scope, kommune_ars, place_number),
  ADD CONSTRAINT place_held_whole_check CHECK ((held_for_ars IS NULL) = (held_for_number IS NULL)),
  ADD CONSTRAINT place_held_or_used_check CHECK (held_for_ars IS NULL OR (taken_by IS NULL AND earlier_use IS NULL)),
  ADD CONSTRAINT place_held_for_another_check CHECK (held_for_ars IS NULL OR held_for_ars <> kommune_ars);

UPDATE place p JOIN kommune k ON k.ars = p.kommune_ars SET p.ended = TRUE WHERE k.valid_to IS NOT NULL;

-- A file between its preview and its application, so that what is applied is what was shown.
CREATE TABLE register_upload (
  hash        CHAR(64)    NOT NULL COMMENT 'SHA-256 of the text',
  content     MEDIUMTEXT  NOT NULL,
  uploaded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
