-- A period that was opened by mistake and never used is withdrawn: its row and its ledger stay, its days are free for another one, and
-- nothing is booked in it any more.
ALTER TABLE funding_period
  ADD COLUMN withdrawn_at DATETIME(6) NULL COMMENT 'from then on it pays for nothing; its ledger can be read for ever',
  ADD COLUMN in_force BOOLEAN AS (IF(withdrawn_at IS NULL, TRUE, NULL)) STORED COMMENT 'null does not clash: the first day of a withdrawn one is free',
  ADD UNIQUE KEY funding_period_first_day_in_force (programme_id, first_day, in_force),
  DROP KEY funding_period_first_day_unique;

-- R7 holds among the periods in force.
DROP TRIGGER funding_period_never_overlaps;
DROP TRIGGER funding_period_never_comes_to_overlap;
CREATE TRIGGER funding_period_never_overlaps BEFORE INSERT ON funding_period FOR EACH ROW BEGIN
  IF NEW.withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM funding_period p WHERE p.programme_id = NEW.programme_id AND p.withdrawn_at IS NULL
                                          AND p.first_day <= NEW.last_day AND p.last_day >= NEW.first_day) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Funding periods never overlap (R7).';
  END IF;
END;
CREATE TRIGGER funding_period_never_comes_to_overlap BEFORE UPDATE ON funding_period FOR EACH ROW BEGIN
  IF OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NULL THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A withdrawn period never comes back: open another one.';
  END IF;
  IF NEW.withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM funding_period p WHERE p.programme_id = NEW.programme_id AND p.id <> NEW.id
                                          AND p.withdrawn_at IS NULL AND p.first_day <= NEW.last_day AND p.last_day >= NEW.first_day) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Funding periods never overlap (R7).';
  END IF;
END;

-- The last line of defence against bookings in a withdrawn period, whatever the program does: its books are empty and stay so.
ALTER TABLE budget
  ADD COLUMN closed BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'of a withdrawn period',
  ADD CONSTRAINT budget_closed_check CHECK (NOT closed OR (allocated_cents = 0 AND reserved_cents = 0 AND spent_cents = 0 AND waiting_for_funds = 0));
