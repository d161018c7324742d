-- A mail to staff speaks of a person by name. Whose it is was told from the text until now: whoever shares a part of her name with
-- somebody who held the same registration got what was written about the other (R16, R27). Now each mail says so itself.
ALTER TABLE outbox_mail
  ADD COLUMN about_participant_id BIGINT NULL COMMENT 'who took part when it happened',
  ADD COLUMN about_former_id      BIGINT NULL COMMENT 'whose place somebody took over by it',
  ADD KEY outbox_mail_about (about_participant_id),
  ADD KEY outbox_mail_about_former (about_former_id);

UPDATE outbox_mail m JOIN mail_occasion o ON o.id = m.occasion_id
  SET m.about_participant_id = o.participant_id;

-- What the former person got says who that was.
UPDATE outbox_mail m JOIN outbox_mail f ON f.occasion_id = m.occasion_id AND f.audience = 'FORMER_PARTICIPANT'
  SET m.about_former_id = f.participant_id;

-- Where that is gone already, the history says it: as many had taken over by then.
UPDATE outbox_mail m
  SET m.about_former_id = (
    SELECT e.earlier_participant_id FROM registration_event e
    WHERE e.registration_id = m.registration_id AND e.kind = 'SUBSTITUTED'
      AND (SELECT COUNT(*) FROM registration_event x
           WHERE x.registration_id = e.registration_id AND x.kind = 'SUBSTITUTED' AND x.id <= e.id)
        = (SELECT COUNT(*) FROM mail_occasion o
           WHERE o.registration_id = m.registration_id AND o.kind = 'SUBSTITUTED' AND o.id <= m.occasion_id))
  WHERE m.kind = 'SUBSTITUTED' AND m.about_former_id IS NULL;
