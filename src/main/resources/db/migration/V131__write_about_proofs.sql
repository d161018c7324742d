-- A mail may be about the money of a period in more than one way. The check names what concerns a registration and no more: a new kind
-- about money then needs no change here.
ALTER TABLE outbox_mail
  DROP CONSTRAINT IF EXISTS outbox_mail_subject_check;
ALTER TABLE outbox_mail
  ADD CONSTRAINT outbox_mail_subject_check CHECK ((registration_id IS NOT NULL) = (kind IN ('CONFIRMED', 'WAITING', 'PROMOTED', 'PROMOTION_ENDED',
    'CANCELLED', 'SUBSTITUTED', 'PERSON_CORRECTED', 'REBOOKED', 'SEMINAR_CHANGED', 'SEMINAR_CANCELLED', 'FEE_CHANGED', 'CORRECTED', 'ATTENDED', 'NO_SHOW',
    'REMINDER_TWO_WEEKS', 'REMINDER_THREE_DAYS')));
