-- R33: a payment is what the Ministry has paid on a claim, with the day on which the money was credited and the Kassenzeichen under
-- which it is found in the Ministry's books. One claim is paid once, and wholly.
CREATE TABLE claim_payment (
  claim_id     BIGINT      NOT NULL,
  value_date   DATE        NULL COMMENT 'empty: paid before V126, when nobody asked for it',
  amount_cents BIGINT      NOT NULL COMMENT 'that of the claim',
  reference    VARCHAR(50) NULL COMMENT 'Kassenzeichen; empty where the value date is',
  recorded_at  DATETIME(6) NOT NULL,
  recorded_by  BIGINT      NOT NULL,
  PRIMARY KEY (claim_id),
  CONSTRAINT claim_payment_claim_fk FOREIGN KEY (claim_id) REFERENCES claim (id),
  CONSTRAINT claim_payment_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES user_account (id),
  CONSTRAINT claim_payment_amount_check CHECK (amount_cents > 0),
  CONSTRAINT claim_payment_known_check CHECK ((value_date IS NULL) = (reference IS NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What was marked paid before keeps what it had: when and by whom that was noted. No value date is made up for it.
INSERT INTO claim_payment (claim_id, amount_cents, recorded_at, recorded_by)
  SELECT id, amount_cents, paid_at, paid_by FROM claim WHERE status = 'PAID';

CREATE TRIGGER claim_payment_of_an_approved_claim BEFORE INSERT ON claim_payment FOR EACH ROW BEGIN
  IF NEW.value_date IS NULL OR NOT EXISTS (SELECT 1 FROM claim c WHERE c.id = NEW.claim_id AND c.status = 'APPROVED'
      AND c.amount_cents = NEW.amount_cents AND c.approved_by <> NEW.recorded_by) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A payment has a value date, the amount of an approved claim, and is recorded by somebody else than who approved it.';
  END IF;
END;
CREATE TRIGGER claim_payment_never_changed BEFORE UPDATE ON claim_payment FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'No payment of a claim is ever changed.';
CREATE TRIGGER claim_payment_never_deleted BEFORE DELETE ON claim_payment FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'No payment of a claim is ever deleted.';
-- Nothing is paid without its payment.
CREATE TRIGGER claim_paid_with_a_payment BEFORE UPDATE ON claim FOR EACH ROW BEGIN
  IF NEW.status = 'PAID' AND OLD.status <> 'PAID' AND NOT EXISTS (SELECT 1 FROM claim_payment p WHERE p.claim_id = NEW.id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A claim is paid by a payment with value date and reference.';
  END IF;
END;
