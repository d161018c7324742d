-- R29: between a form and its final click stands a check page with an address of its own. What was typed stands here meanwhile, sealed
-- with the token of that address, of which only a hash is known; after the act only what came of it.
CREATE TABLE kept_entry (
  token_hash CHAR(64)    NOT NULL COLLATE utf8mb4_bin COMMENT 'SHA-256 of the token in the address',
  user_id    BIGINT      NOT NULL,
  typed      MEDIUMTEXT  NULL COLLATE utf8mb4_bin COMMENT 'sealed with the token; NULL once it was acted on',
  result     MEDIUMTEXT  NULL COLLATE utf8mb4_bin COMMENT 'sealed with the token',
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (token_hash),
  KEY kept_entry_created (created_at),
  CONSTRAINT kept_entry_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id),
  CONSTRAINT kept_entry_content_check CHECK (typed IS NOT NULL OR result IS NOT NULL)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
