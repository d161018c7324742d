-- A carry-over is two entries of the ledger, one in each period. Each leads to the other: a row for both directions, written
-- together and never changed. The ledger itself is not touched.
CREATE TABLE budget_counterpart (
  entry_id       BIGINT NOT NULL,
  counterpart_id BIGINT NOT NULL,
  PRIMARY KEY (entry_id),
  UNIQUE KEY budget_counterpart_once (counterpart_id),
  CONSTRAINT budget_counterpart_entry_fk FOREIGN KEY (entry_id) REFERENCES budget_entry (id),
  CONSTRAINT budget_counterpart_counterpart_fk FOREIGN KEY (counterpart_id) REFERENCES budget_entry (id),
  CONSTRAINT budget_counterpart_other_check CHECK (entry_id <> counterpart_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What was carried over before this: the entry that follows in the other period, with the amount turned round, by the same person, and
-- reasons that name each other's period. Whatever is not certain stays without a link.
INSERT INTO budget_counterpart (entry_id, counterpart_id)
  SELECT o.id, i.id
  FROM budget_entry o
  JOIN funding_period po ON po.id = o.period_id
  JOIN budget_entry i ON i.type = 'ADJUSTMENT' AND i.id > o.id AND i.period_id <> o.period_id
   AND i.allocated_cents = -o.allocated_cents AND i.booked_by <=> o.booked_by
  JOIN funding_period pi ON pi.id = i.period_id
  WHERE o.type = 'ADJUSTMENT' AND o.allocated_cents < 0
    AND o.reason LIKE CONCAT('Übertrag in den Zeitraum ', pi.name, ': %')
    AND i.reason = CONCAT('Übertrag aus dem Zeitraum ', po.name, SUBSTRING(o.reason, CHAR_LENGTH(CONCAT('Übertrag in den Zeitraum ', pi.name)) + 1))
    AND NOT EXISTS (SELECT 1 FROM budget_entry b WHERE b.id > o.id AND b.id < i.id AND b.type = 'ADJUSTMENT'
                    AND (b.period_id = o.period_id AND b.reason = o.reason OR b.period_id = i.period_id AND b.reason = i.reason));
INSERT INTO budget_counterpart (entry_id, counterpart_id)
  SELECT counterpart_id, entry_id FROM budget_counterpart;

CREATE TRIGGER budget_counterpart_of_a_carry_over BEFORE INSERT ON budget_counterpart FOR EACH ROW BEGIN
  IF NOT EXISTS (SELECT 1 FROM budget_entry e JOIN budget_entry o ON o.id = NEW.counterpart_id
                 WHERE e.id = NEW.entry_id AND e.type = 'ADJUSTMENT' AND o.type = 'ADJUSTMENT'
                   AND e.period_id <> o.period_id AND e.allocated_cents = -o.allocated_cents) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Both sides of a carry-over are adjustments of two periods by the same amount.';
  END IF;
END;
CREATE TRIGGER budget_counterpart_never_changed BEFORE UPDATE ON budget_counterpart FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows (R11): what belongs together is never changed.';
CREATE TRIGGER budget_counterpart_never_deleted BEFORE DELETE ON budget_counterpart FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows (R11): what belongs together is never deleted.';
