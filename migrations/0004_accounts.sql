-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may sign in, from which device, and with what. Nothing here belongs to a scope or travels by sync.
-- Times are milliseconds since 1970. Secrets are kept as hashes, or sealed by a key outside the database.

CREATE TABLE accounts (
  account_id    uuid     PRIMARY KEY,               -- made on the device; also the id of its person scope
  email         text     NOT NULL UNIQUE,           -- case-folded
  username      text     UNIQUE,
  password_hash text     NOT NULL,                  -- Argon2id in PHC form
  display_name  text     NOT NULL DEFAULT '',
  roles         text     NOT NULL DEFAULT 'user',   -- user photographer presence reseller auditor admin, one space between
  disabled      boolean  NOT NULL DEFAULT false,
  created_at    bigint   NOT NULL,
  updated_at    bigint   NOT NULL
);

-- Codes (talent, cinema) that may be typed instead of the e-mail address.
CREATE TABLE account_codes (
  code       text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE
);
CREATE INDEX account_codes_account ON account_codes (account_id);

-- An identity of one local database. It signs refreshes with its key; another key is another device.
CREATE TABLE devices (
  device_id  uuid   PRIMARY KEY,
  subject    uuid   NOT NULL,                       -- account, or the kiosk itself
  name       text   NOT NULL,
  public_key bytea,                                 -- Ed25519; null for clients without a key
  created_at bigint NOT NULL,
  seen_at    bigint NOT NULL
);
CREATE INDEX devices_subject ON devices (subject);

-- One sign-in; its refresh tokens are one family.
CREATE TABLE sessions (
  session_id uuid     PRIMARY KEY,
  subject    uuid     NOT NULL,
  kiosk      boolean  NOT NULL,
  scope_id   uuid,                                  -- a kiosk's gate
  device_id  uuid     NOT NULL,
  peer       text     NOT NULL,                     -- address of the last use
  created_at bigint   NOT NULL,
  seen_at    bigint   NOT NULL,
  expires_at bigint   NOT NULL,
  revoked_at bigint,
  reason     text
);
CREATE INDEX sessions_subject ON sessions (subject, revoked_at);
CREATE INDEX sessions_revoked ON sessions (revoked_at) WHERE revoked_at IS NOT NULL;

CREATE TABLE refresh_tokens (
  token_hash bytea    PRIMARY KEY,
  session_id uuid     NOT NULL REFERENCES sessions ON DELETE CASCADE,
  issued_at  bigint   NOT NULL,
  rotated_at bigint,                                -- null: the one in force
  successor  bytea                                  -- hash of the token it was exchanged for
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

-- Failed sign-ins: by account, by address, and by each device that signed in before.
CREATE TABLE sign_in_counters (
  subject      text    PRIMARY KEY,
  failures     integer NOT NULL,
  locks        integer NOT NULL,
  not_before   bigint  NOT NULL,
  last_failure bigint  NOT NULL
);

-- Tokens that are used once: invitations and kiosk enrolments.
CREATE TABLE one_time_tokens (
  token_hash bytea  PRIMARY KEY,
  kind       text   NOT NULL,                       -- invitation, kiosk
  scope_id   uuid   NOT NULL,
  subject    uuid   NOT NULL,                       -- the invitation's record; the project of a kiosk
  email      text   NOT NULL DEFAULT '',            -- whom it was made for
  created_by uuid   NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  used_at    bigint,
  used_by    uuid
);
CREATE INDEX one_time_tokens_subject ON one_time_tokens (scope_id, subject);

-- Keys that sign badges; the secret half is sealed by the server's master key.
CREATE SEQUENCE badge_key_numbers;
CREATE TABLE badge_key_secrets (
  project_id   uuid   NOT NULL,
  number       bigint NOT NULL UNIQUE,
  sealed_seed  bytea  NOT NULL,
  created_at   bigint NOT NULL,
  withdrawn_at bigint,
  PRIMARY KEY (project_id, number)
);

-- What happened, append-only; each entry's hash covers the one before, so that a missing or altered one shows.
CREATE TABLE audit_events (
  number     bigint   PRIMARY KEY,
  at         bigint   NOT NULL,
  category   text     NOT NULL,                     -- account, membership, kiosk, badge, admin …
  severity   text     NOT NULL,                     -- info, notice, warning, alarm
  action     text     NOT NULL,
  actor      uuid,
  device_id  uuid,
  scope_id   uuid,
  subject    text     NOT NULL DEFAULT '',
  peer       text     NOT NULL DEFAULT '',
  request_id text     NOT NULL DEFAULT '',
  details    text     NOT NULL DEFAULT '{}',        -- canonical JSON: changed fields before and after, never secrets
  hash       bytea    NOT NULL
);
CREATE INDEX audit_events_actor ON audit_events (actor, number);
CREATE INDEX audit_events_scope ON audit_events (scope_id, number);
