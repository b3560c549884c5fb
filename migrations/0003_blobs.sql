-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files: what is stored, in which scopes it may be read, and uploads on their way. The bytes are not here.

-- Every stored blob, once; its name is its content.
CREATE TABLE blobs (
  sha256     bytea  PRIMARY KEY,
  size       bigint NOT NULL,
  created_at bigint NOT NULL                       -- milliseconds since 1970
);

-- A blob is in a scope only after its bytes were uploaded into that scope, or a projection put it there.
CREATE TABLE scope_blobs (
  scope_id uuid   NOT NULL,
  sha256   bytea  NOT NULL,
  size     bigint NOT NULL,
  added_by uuid   NOT NULL,                        -- the account that uploaded it
  added_at bigint NOT NULL,
  PRIMARY KEY (scope_id, sha256)
);
CREATE INDEX scope_blobs_sha256 ON scope_blobs (sha256);

-- Uploads (tus). How many bytes are here is told by the file, not by the table.
CREATE TABLE uploads (
  scope_id   uuid   NOT NULL,
  id         uuid   NOT NULL,
  account_id uuid   NOT NULL,
  length     bigint NOT NULL,
  expected   bytea,                                -- SHA-256 that the client announced
  metadata   text   NOT NULL DEFAULT '',           -- as the client sent it
  sha256     bytea,                                -- the stored blob; null while it is open
  expires_at bigint NOT NULL,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX uploads_account ON uploads (account_id) WHERE sha256 IS NULL;
CREATE INDEX uploads_expiry ON uploads (expires_at);
