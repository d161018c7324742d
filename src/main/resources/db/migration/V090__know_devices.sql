-- A browser that has signed in before keeps tries of its own, which those of strangers do not use up: nobody can be
-- locked out by guessing. The database knows only the hash of its token.
CREATE TABLE known_device (
  token_hash CHAR(64)    NOT NULL,
  user_id    BIGINT      NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (token_hash, user_id),
  KEY known_device_expires (expires_at),
  CONSTRAINT known_device_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- By which somebody recognises a session in the list of the own ones.
ALTER TABLE user_session ADD device VARCHAR(60) NOT NULL DEFAULT 'Unbekannter Browser';
