-- R32: an invitation is for one address and ends with the account that sent it. Only the portal's own links for the first accounts
-- have no address: nobody is there yet to say one. Links from before the update could be used by whoever held them, so they end; they
-- would have ended within seven days anyway, and the portal makes those for first accounts anew at each start.
ALTER TABLE invitation
  ADD COLUMN email VARCHAR(254) NULL COLLATE utf8mb4_bin COMMENT 'normalised; the account gets exactly this address' AFTER kommune_ars,
  ADD COLUMN invited_by BIGINT NULL AFTER email,
  ADD KEY invitation_invited_by (invited_by, accepted_at),
  ADD CONSTRAINT invitation_invited_by_fk FOREIGN KEY (invited_by) REFERENCES user_account (id),
  ADD CONSTRAINT invitation_email_check CHECK ((email IS NULL) = (invited_by IS NULL));
UPDATE invitation SET expires_at = UTC_TIMESTAMP(6) WHERE accepted_at IS NULL AND expires_at > UTC_TIMESTAMP(6);
