-- A forgotten password: a one-time link, valid for an hour. The database knows only the hash of its token.
CREATE TABLE password_reset (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  token_hash CHAR(64)    NOT NULL,
  user_id    BIGINT      NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  used_at    DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY password_reset_token_unique (token_hash),
  KEY password_reset_user (user_id, created_at),
  CONSTRAINT password_reset_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

ALTER TABLE user_session ADD KEY user_session_user (user_id, ended_at);
