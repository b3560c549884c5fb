-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every scope has, whatever its records are. Keyed by scope_id first: a transaction never leaves its
-- scope, so that scopes can be spread over machines.

-- The counter row. Its lock is taken before a writing transaction reads anything of the scope.
CREATE TABLE scopes (
  scope_id        uuid     PRIMARY KEY,
  kind            smallint,                        -- bit of schema::Scope; null until its head record is accepted
  epoch           bigint   NOT NULL DEFAULT 1,
  epoch_base      bigint   NOT NULL DEFAULT 0,
  head            bigint   NOT NULL DEFAULT 0,
  clock           bigint   NOT NULL DEFAULT 0,     -- hybrid logical time, never going back
  digest          bytea    NOT NULL DEFAULT '\x00000000000000000000000000000000',
  members_version bigint   NOT NULL DEFAULT 0,
  heads           text     NOT NULL DEFAULT ''     -- newest version per collection: "131:17 210:18"
) WITH (fillfactor = 50);
CREATE INDEX scopes_catalog ON scopes (scope_id) WHERE kind = 32;

-- Who is in a scope: the only thing that decides who gets its records.
CREATE TABLE memberships (
  scope_id   uuid NOT NULL,
  account_id uuid NOT NULL,                        -- an account, or an enrolled kiosk
  role       text NOT NULL,
  PRIMARY KEY (scope_id, account_id)
);
CREATE INDEX memberships_account ON memberships (account_id, scope_id);

-- Exactly-once bookkeeping of one device in one scope.
CREATE TABLE scope_devices (
  scope_id   uuid   NOT NULL,
  device_id  uuid   NOT NULL,
  account_id uuid   NOT NULL,
  last_seq   bigint NOT NULL,
  acked      bigint NOT NULL,
  last_stamp bigint NOT NULL,
  seen_at    bigint NOT NULL,                      -- milliseconds since 1970
  PRIMARY KEY (scope_id, device_id)
) WITH (fillfactor = 50);

-- Outcomes of one push, 25 bytes a mutation: 16 of hash, 1 of outcome, 8 of version, in order of the numbers.
CREATE TABLE outcomes (
  scope_id  uuid   NOT NULL,
  device_id uuid   NOT NULL,
  first_seq bigint NOT NULL,
  last_seq  bigint NOT NULL,
  entries   bytea  NOT NULL,
  reasons   text,                                  -- of held ones, as JSON by number; null after the ack
  PRIMARY KEY (scope_id, device_id, last_seq)
);
ALTER TABLE outcomes ALTER COLUMN entries SET STORAGE EXTERNAL;

-- How far a projection into a scope has got: an older state of the source never overwrites a newer one.
CREATE TABLE projections (
  scope_id uuid   NOT NULL,                        -- the target
  source   uuid   NOT NULL,                        -- the record or scope it is made from
  version  bigint NOT NULL,                        -- of the source's scope
  PRIMARY KEY (scope_id, source)
);

-- Work queued in the transaction that causes it; runs at least once, in a transaction of its own.
CREATE TABLE jobs (
  id       bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind     text    NOT NULL,
  scope_id uuid    NOT NULL,                       -- whose transaction queued it
  payload  text    NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  due_at   bigint  NOT NULL                        -- milliseconds since 1970; pushed ahead while it runs
);
CREATE INDEX jobs_due ON jobs (due_at, id);
