-- The history of a claim: every act, none overwritten. The row of the claim says only when it was done the last time; a second
-- submission took the place of the first one there.
CREATE TABLE claim_act (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  claim_id     BIGINT        NOT NULL,
  act          VARCHAR(10)   NOT NULL,
  at           DATETIME(6)   NOT NULL,
  actor_id     BIGINT        NULL,
  amount_cents BIGINT        NOT NULL COMMENT 'what the claim asked for after it',
  remark       VARCHAR(1000) NULL COMMENT 'why it was sent back',
  PRIMARY KEY (id),
  KEY claim_act_claim (claim_id, id),
  CONSTRAINT claim_act_claim_fk FOREIGN KEY (claim_id) REFERENCES claim (id),
  CONSTRAINT claim_act_actor_fk FOREIGN KEY (actor_id) REFERENCES user_account (id),
  CONSTRAINT claim_act_check CHECK (act IN ('PREPARED', 'REVISED', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PAID')),
  CONSTRAINT claim_act_remark_check CHECK ((act = 'RETURNED') = (remark IS NOT NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The trail has had every act from the beginning; what was said in own words is gone there once its time has come (R27), and then
-- the claim says so too.
INSERT INTO claim_act (claim_id, act, at, actor_id, amount_cents, remark)
  SELECT c.id, UPPER(SUBSTRING(e.action, 7)), e.at, e.actor_id, COALESCE(CAST(JSON_VALUE(e.after_json, '$.amountCents') AS SIGNED), c.amount_cents),
    IF(e.action = 'claim.returned', COALESCE(t.text, c.remark, ''), NULL)
  FROM audit_entry e JOIN claim c ON c.number = e.subject_id COLLATE utf8mb4_bin
  LEFT JOIN audit_text t ON t.entry_id = e.id AND t.field = 'after.remark'
  WHERE e.subject_type = 'claim' AND e.action IN ('claim.prepared', 'claim.revised', 'claim.submitted', 'claim.returned', 'claim.approved', 'claim.paid')
  ORDER BY e.at, e.id;

-- Where the trail should not know an act, the claim does.
INSERT INTO claim_act (claim_id, act, at, actor_id, amount_cents, remark)
  SELECT known.claim_id, known.act, known.at, known.actor_id, known.amount_cents, known.remark FROM (
    SELECT id AS claim_id, 'PREPARED' AS act, prepared_at AS at, prepared_by AS actor_id, amount_cents, NULL AS remark, 1 AS step FROM claim
    UNION ALL SELECT id, 'SUBMITTED', submitted_at, submitted_by, amount_cents, NULL, IF(submitted_at < returned_at, 2, 4) FROM claim WHERE submitted_at IS NOT NULL
    UNION ALL SELECT id, 'RETURNED', returned_at, returned_by, amount_cents, COALESCE(remark, ''), 3 FROM claim WHERE returned_at IS NOT NULL
    UNION ALL SELECT id, 'APPROVED', approved_at, approved_by, amount_cents, NULL, 5 FROM claim WHERE approved_at IS NOT NULL
    UNION ALL SELECT id, 'PAID', paid_at, paid_by, amount_cents, NULL, 6 FROM claim WHERE paid_at IS NOT NULL) known
  WHERE NOT EXISTS (SELECT 1 FROM claim_act a WHERE a.claim_id = known.claim_id AND (a.act = known.act OR (known.act = 'PREPARED' AND a.act = 'REVISED')))
  ORDER BY known.claim_id, known.step;

-- Only the remark may go, with the people of its period.
CREATE TRIGGER claim_act_never_changed BEFORE UPDATE ON claim_act FOR EACH ROW BEGIN
  IF NOT ((NEW.id, NEW.claim_id, NEW.act, NEW.at, NEW.amount_cents) = (OLD.id, OLD.claim_id, OLD.act, OLD.at, OLD.amount_cents)
      AND NEW.actor_id <=> OLD.actor_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The history of a claim only grows.';
  END IF;
END;
CREATE TRIGGER claim_act_never_deleted BEFORE DELETE ON claim_act FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The history of a claim only grows.';
