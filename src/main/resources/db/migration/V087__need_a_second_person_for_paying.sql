-- R33: whoever approved a claim does not mark it paid. A trigger and no CHECK: what was paid before the update stays as it was.
CREATE TRIGGER claim_paid_by_another BEFORE UPDATE ON claim FOR EACH ROW BEGIN
  IF OLD.paid_by IS NULL AND NEW.paid_by = NEW.approved_by THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A claim is marked paid by somebody else than who approved it.';
  END IF;
END;
