-- R34: people check the numbers of bookings for gaps, and ids have some: a transaction that is rolled back uses its ids up. So each
-- booking has a number of its own, counted in its period on the row of the budget, which is locked while anything is booked (adr/0061).
ALTER TABLE budget
  ADD COLUMN entries INT NOT NULL DEFAULT 0 COMMENT 'lines of the ledger, and so the number of the last one (R34)',
  ADD CONSTRAINT budget_entries_check CHECK (entries >= 0);
ALTER TABLE budget_entry
  ADD COLUMN number        INT    NULL COMMENT '1, 2, 3 … in its period, without a gap (R34)' AFTER period_id,
  ADD COLUMN former_number BIGINT NULL COMMENT 'what was shown as its number before V123; empty for what was booked since';

DROP TRIGGER budget_entry_never_changed;
UPDATE budget_entry e JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY period_id ORDER BY id) AS number FROM budget_entry) n ON n.id = e.id
  SET e.number = n.number, e.former_number = e.id;
CREATE TRIGGER budget_entry_never_changed BEFORE UPDATE ON budget_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows (R11): no entry is ever changed.';

ALTER TABLE budget_entry
  MODIFY number INT NOT NULL COMMENT '1, 2, 3 … in its period, without a gap (R34)',
  ADD UNIQUE KEY budget_entry_number_unique (period_id, number),
  ADD KEY budget_entry_former_number (former_number),
  ADD CONSTRAINT budget_entry_number_check CHECK (number >= 1);
UPDATE budget b SET b.entries = (SELECT COUNT(*) FROM budget_entry e WHERE e.period_id = b.period_id);
