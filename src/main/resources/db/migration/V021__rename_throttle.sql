-- The brake on guessing serves more than signing in: also the check of a certificate.
RENAME TABLE sign_in_failure TO throttle;
