-- R3: the Ministry sets how many places a Kommune has, 1 to 4. A place that was granted can be withdrawn while nobody uses it; the row
-- stays, because registrations that ended still name it.
ALTER TABLE programme
  ADD COLUMN changed_at DATETIME(6) NULL COMMENT 'when the Ministry last changed the terms',
  DROP CONSTRAINT programme_places_check,
  ADD CONSTRAINT programme_places_check CHECK (places_per_kommune BETWEEN 1 AND 4),
  ADD CONSTRAINT programme_attendance_check CHECK (attendance_threshold_days BETWEEN 1 AND 31);

ALTER TABLE place
  ADD COLUMN withdrawn   BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'granted no longer: nobody takes it',
  ADD COLUMN open_number INT     GENERATED ALWAYS AS (CASE WHEN withdrawn = 0 THEN place_number END) STORED,
  ADD UNIQUE KEY place_open_unique (programme_id, scope, kommune_ars, open_number),
  DROP CONSTRAINT place_number_check,
  ADD CONSTRAINT place_number_check CHECK (place_number BETWEEN 1 AND 4),
  ADD CONSTRAINT place_withdrawn_unused_check CHECK (withdrawn = 0 OR (taken_by IS NULL AND held_for_ars IS NULL));

-- A live registration stands on a place that is still granted. It holds both ways: nobody registers on a withdrawn place, and none is
-- withdrawn under somebody.
ALTER TABLE registration
  ADD CONSTRAINT registration_open_place_fk FOREIGN KEY (programme_id, place_scope, kommune_ars, live_place) REFERENCES place (programme_id, scope, kommune_ars, open_number);
