-- R7: one period pays for a day. The program asks first, one after the other (OpenPeriod); this refuses whatever else is written.
CREATE TRIGGER funding_period_never_overlaps BEFORE INSERT ON funding_period FOR EACH ROW BEGIN
  IF EXISTS (SELECT 1 FROM funding_period p WHERE p.programme_id = NEW.programme_id AND p.first_day <= NEW.last_day AND p.last_day >= NEW.first_day) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Funding periods never overlap (R7).';
  END IF;
END;
CREATE TRIGGER funding_period_never_comes_to_overlap BEFORE UPDATE ON funding_period FOR EACH ROW BEGIN
  IF EXISTS (SELECT 1 FROM funding_period p WHERE p.programme_id = NEW.programme_id AND p.id <> NEW.id AND p.first_day <= NEW.last_day AND p.last_day >= NEW.first_day) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Funding periods never overlap (R7).';
  END IF;
END;
