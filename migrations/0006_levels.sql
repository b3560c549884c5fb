-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema level 2: choosing a film together, and how long a listed title runs. Devices of level 1 go on as they are.

-- The digest as devices of older levels compute it, "1:00… 2:00…"; a level that is missing has the same as `digest`.
ALTER TABLE scopes ADD COLUMN level_digests text NOT NULL DEFAULT '';

ALTER TABLE list_items ADD COLUMN minutes bigint;

CREATE TABLE tonight_rounds (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  evening text,
  list uuid,
  started_by uuid,
  most_minutes bigint,
  present json,
  ballots json,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX tonight_rounds_by_version ON tonight_rounds (scope_id, version, id);
