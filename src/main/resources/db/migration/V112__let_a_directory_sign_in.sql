-- An account that signs in by the authority's own directory (OpenID Connect) is known by issuer and subject, which the
-- directory never gives to anybody else; an address may be. It has no password: the directory alone decides.
CREATE TABLE directory_identity (
  user_id   BIGINT       NOT NULL PRIMARY KEY,
  issuer    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  subject   VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  linked_at DATETIME(6)  NOT NULL,
  UNIQUE KEY directory_identity_subject (issuer, subject),
  CONSTRAINT directory_identity_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

ALTER TABLE user_account
  MODIFY password_hash VARCHAR(100) NULL COMMENT 'bcrypt in modular crypt format; NULL where a directory signs in';
