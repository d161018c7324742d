-- The Ministry is written to when a claim is submitted, the NSI when the Ministry has done something with it: mails about the money of a
-- period, like those about its thresholds, and about no registration.
ALTER TABLE outbox_mail
  DROP CONSTRAINT outbox_mail_subject_check,
  ADD CONSTRAINT outbox_mail_subject_check CHECK ((registration_id IS NULL) =
    (kind IN ('BUDGET_THRESHOLD', 'CLAIM_SUBMITTED', 'CLAIM_RETURNED', 'CLAIM_APPROVED', 'CLAIM_PAID')));
