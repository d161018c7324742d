-- Auditors (the Landesrechnungshof, the Ministry's own audit) read what the Ministry reads and change nothing.
ALTER TABLE user_account
  DROP CONSTRAINT user_account_role_check,
  ADD CONSTRAINT user_account_role_check CHECK (role IN ('KOMMUNE', 'NSI', 'MINISTRY', 'AUDITOR'));
