-- R26: the history of a registration names who acted, and attendance leaves what it was before. Events from before the update name
-- the group only.
ALTER TABLE registration_event
  ADD COLUMN actor_id     BIGINT       NULL COMMENT 'account that did it; empty: the portal itself, or from before V105',
  ADD COLUMN days_before  VARCHAR(250) NULL COMMENT 'days on which the person was there before, 2027-03-01, 2027-03-02; only where attendance was recorded or corrected',
  ADD COLUMN days_present VARCHAR(250) NULL COMMENT 'the same from then on',
  ADD CONSTRAINT registration_event_days_check CHECK ((days_before IS NULL) = (days_present IS NULL));
