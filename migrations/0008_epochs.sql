-- SPDX-License-Identifier: GPL-3.0-or-later
-- Servers that go back in time: each scope's transactions form a running hash, and what a device has seen can be recognised.

ALTER TABLE scopes ADD COLUMN epoch_first bigint NOT NULL DEFAULT 0;   -- first version of the present epoch
ALTER TABLE scopes ADD COLUMN chain bytea NOT NULL DEFAULT '\x00000000000000000000000000000000';

-- The running hash after each transaction that raised the head; pruned after 90 days.
CREATE TABLE scope_chain (
  scope_id uuid   NOT NULL,
  version  bigint NOT NULL,
  hash     bytea  NOT NULL,
  made_at  bigint NOT NULL,                        -- milliseconds since 1970
  PRIMARY KEY (scope_id, version)
);

-- Every epoch but the first. What lies below first_version counts as at most restored_head.
CREATE TABLE scope_epochs (
  scope_id      uuid   NOT NULL,
  epoch         bigint NOT NULL,
  first_version bigint NOT NULL,
  restored_head bigint NOT NULL,
  began_at      bigint NOT NULL,
  PRIMARY KEY (scope_id, epoch)
);

-- How far this database has come in what is kept outside of it: the ledger of erasures and revocations.
CREATE TABLE server_marks (
  name  text   PRIMARY KEY,
  value bigint NOT NULL
);
