-- Codes of an app beside the password (RFC 6238). The secret is encrypted with a key that is not in the database.
CREATE TABLE second_factor (
  user_id      BIGINT       NOT NULL,
  secret       VARCHAR(200) NOT NULL COMMENT 'AES-GCM, Base64',
  created_at   DATETIME(6)  NOT NULL,
  confirmed_at DATETIME(6)  NULL COMMENT 'empty until a first code was right: only then it is asked for',
  last_step    BIGINT       NULL COMMENT 'time step of the last code that was used; none up to it is taken again',
  PRIMARY KEY (user_id),
  CONSTRAINT second_factor_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE recovery_code (
  user_id   BIGINT      NOT NULL,
  code_hash CHAR(64)    NOT NULL,
  used_at   DATETIME(6) NULL,
  PRIMARY KEY (user_id, code_hash),
  CONSTRAINT recovery_code_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The password was right and the code is still missing. The token is worth nothing but that.
CREATE TABLE sign_in_challenge (
  token_hash CHAR(64)    NOT NULL,
  user_id    BIGINT      NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (token_hash),
  KEY sign_in_challenge_expires (expires_at),
  CONSTRAINT sign_in_challenge_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
