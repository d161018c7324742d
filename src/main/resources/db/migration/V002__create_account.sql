-- Accounts of the three groups, their sessions, invitations and the brake on guessing passwords.
CREATE TABLE user_account (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  email         VARCHAR(254) NOT NULL COMMENT 'normalised: NFC, trimmed, lower case',
  name          VARCHAR(120) NOT NULL,
  role          VARCHAR(10)  NOT NULL,
  kommune_ars   CHAR(12)     NULL,
  password_hash VARCHAR(100) NOT NULL COMMENT 'bcrypt in modular crypt format',
  active        BOOLEAN      NOT NULL DEFAULT TRUE,
  demo          BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'exists only in a demo database',
  created_at    DATETIME(6)  NOT NULL,
  version       INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY user_account_email_unique (email),
  CONSTRAINT user_account_kommune_fk FOREIGN KEY (kommune_ars) REFERENCES kommune (ars),
  CONSTRAINT user_account_role_check CHECK (role IN ('KOMMUNE', 'NSI', 'MINISTRY')),
  CONSTRAINT user_account_role_kommune_check CHECK ((role = 'KOMMUNE') = (kommune_ars IS NOT NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE user_session (
  id                    CHAR(32)    NOT NULL,
  user_id               BIGINT      NOT NULL,
  refresh_hash          CHAR(64)    NOT NULL COMMENT 'SHA-256 of the refresh token; the token itself is never stored',
  previous_refresh_hash CHAR(64)    NULL COMMENT 'accepted for a moment, for two requests sent at once',
  refreshed_at          DATETIME(6) NOT NULL,
  created_at            DATETIME(6) NOT NULL,
  expires_at            DATETIME(6) NOT NULL COMMENT 'at the latest, however busy the session is',
  ended_at              DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY user_session_refresh (refresh_hash),
  KEY user_session_previous_refresh (previous_refresh_hash),
  CONSTRAINT user_session_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE invitation (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  token_hash  CHAR(64)     NOT NULL,
  role        VARCHAR(10)  NOT NULL,
  kommune_ars CHAR(12)     NULL,
  created_at  DATETIME(6)  NOT NULL,
  expires_at  DATETIME(6)  NOT NULL,
  accepted_at DATETIME(6)  NULL,
  version     INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY invitation_token_unique (token_hash),
  CONSTRAINT invitation_kommune_fk FOREIGN KEY (kommune_ars) REFERENCES kommune (ars),
  CONSTRAINT invitation_role_kommune_check CHECK ((role = 'KOMMUNE') = (kommune_ars IS NOT NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE sign_in_failure (
  throttle_key CHAR(64)    NOT NULL COMMENT 'SHA-256 of the account, the address, or both',
  failures     INT         NOT NULL,
  window_start DATETIME(6) NOT NULL,
  PRIMARY KEY (throttle_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
