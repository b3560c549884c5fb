-- SPDX-License-Identifier: GPL-3.0-or-later
-- The scope's journal: who changed which field of a record, and when. Written in the transaction that changes the
-- record, kept 90 days, never part of a sync.
CREATE TABLE journal (
  scope_id    uuid     NOT NULL,
  collection  smallint NOT NULL,                   -- number of the collection (shared/schema)
  record_id   uuid     NOT NULL,
  version     bigint   NOT NULL,                   -- of the change; one entry per record and transaction
  what        smallint NOT NULL,                   -- 0 created, 1 edited, 2 deleted, 3 restored
  at          bigint   NOT NULL,                   -- when it was done, milliseconds since 1970
  received_at bigint   NOT NULL,                   -- when the server took it
  account_id  uuid,                                -- null: the server itself
  device_id   uuid,
  changes     text     NOT NULL DEFAULT '{}',      -- {"field":{"was":…,"is":…}}; no values of protected fields
  PRIMARY KEY (scope_id, collection, record_id, version)
);
CREATE INDEX journal_received ON journal USING brin (received_at);
