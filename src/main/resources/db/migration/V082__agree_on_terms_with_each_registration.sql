-- New terms hold from now on and never for what is registered: each registration carries those that it was made under (R18, R20), as it
-- carries fee and rate (R8). Written in one line, days before the first day to basis points of the fee: „15:5000 0:10000“.
ALTER TABLE programme ADD COLUMN cancellation_terms VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' AFTER attendance_threshold_days;
UPDATE programme p SET cancellation_terms = COALESCE((SELECT GROUP_CONCAT(t.least_days_before, ':', t.fee_basis_points ORDER BY t.least_days_before DESC SEPARATOR ' ')
  FROM cancellation_tier t WHERE t.programme_id = p.id), '');
ALTER TABLE programme
  ALTER COLUMN cancellation_terms DROP DEFAULT,
  ADD CONSTRAINT programme_cancellation_check CHECK (cancellation_terms RLIKE '^([0-9]{1,3}:[0-9]{1,5}( [0-9]{1,3}:[0-9]{1,5})*)?$');
DROP TABLE cancellation_tier;

ALTER TABLE registration
  ADD COLUMN attendance_days INT NOT NULL DEFAULT 2 COMMENT 'snapshot (R20)' AFTER subsidy_cents,
  ADD COLUMN cancellation_terms VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'snapshot (R18)' AFTER attendance_days;
UPDATE registration r JOIN programme p ON p.id = r.programme_id SET r.attendance_days = p.attendance_threshold_days, r.cancellation_terms = p.cancellation_terms;
ALTER TABLE registration
  ALTER COLUMN attendance_days DROP DEFAULT,
  ALTER COLUMN cancellation_terms DROP DEFAULT,
  ADD CONSTRAINT registration_attendance_check CHECK (attendance_days BETWEEN 1 AND 31),
  ADD CONSTRAINT registration_cancellation_check CHECK (cancellation_terms RLIKE '^([0-9]{1,3}:[0-9]{1,5}( [0-9]{1,3}:[0-9]{1,5})*)?$');
