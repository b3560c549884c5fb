-- SPDX-License-Identifier: GPL-3.0-or-later
-- Trash, erasure and edits by hand.

-- How far each device has got in a scope, as it said itself: what it has passed may lose its content.
CREATE TABLE device_cursors (
  scope_id   uuid   NOT NULL,
  device_id  uuid   NOT NULL,
  account_id uuid   NOT NULL,
  cursor     bigint NOT NULL,
  seen_at    bigint NOT NULL,                      -- milliseconds since 1970
  PRIMARY KEY (scope_id, device_id)
);

-- What was erased: nothing brings it back. Ids only.
CREATE TABLE erasures (
  subject   uuid   PRIMARY KEY,                    -- an account, a scope or a record
  kind      text   NOT NULL,                       -- account, scope, record
  scope_id  uuid,                                  -- of a record
  asked_at  bigint NOT NULL,
  done_at   bigint                                 -- null: begun, to be gone on with
);
CREATE INDEX erasures_open ON erasures (asked_at) WHERE done_at IS NULL;

-- How many records with content a scope has, for its quota. Kept by the transactions that make and purge them.
CREATE TABLE scope_usage (
  scope_id uuid   PRIMARY KEY,
  records  bigint NOT NULL
) WITH (fillfactor = 50);

-- Removes everything of a scope but the fact that it was there. Tables of later migrations are found by their column.
CREATE FUNCTION foyer_erase_scope(erased uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  owned text;
BEGIN
  INSERT INTO scopes (scope_id) VALUES (erased) ON CONFLICT DO NOTHING;
  PERFORM 1 FROM scopes WHERE scope_id = erased FOR UPDATE;
  FOR owned IN
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'scope_id' AND NOT a.attisdropped
      AND c.relname NOT IN ('scopes', 'erasures', 'audit_events')
  LOOP
    EXECUTE format('DELETE FROM public.%I WHERE scope_id = $1', owned) USING erased;
  END LOOP;
  UPDATE scopes SET kind = 0, head = head + 1, members_version = head + 1, heads = '',
    digest = '\x00000000000000000000000000000000' WHERE scope_id = erased;
END $$;

-- Edits by an administrator, made with foyer_edit(): the server applies them as its own, and they travel to every device.
CREATE TABLE admin_edits (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  scope_id   uuid   NOT NULL,
  collection text   NOT NULL,
  record_id  uuid   NOT NULL,
  op         text   NOT NULL CHECK (op IN ('set', 'delete')),
  changes    jsonb  NOT NULL DEFAULT '{}',         -- field: new value, in the form of the wire
  made_by    text   NOT NULL DEFAULT current_user,
  made_at    timestamptz NOT NULL DEFAULT now(),
  done       boolean NOT NULL DEFAULT false,       -- applied; its values are in the record and no longer here
  error      text                                  -- why it was refused
);

-- SELECT foyer_edit('<scope>', 'lists', '<record>', '{"name": "Sunday"}');   sets fields; null empties one
-- SELECT foyer_edit('<scope>', 'lists', '<record>', NULL);                   deletes (into the trash)
CREATE FUNCTION foyer_edit(scope uuid, collection text, record uuid, changes jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  number bigint;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM scopes s WHERE s.scope_id = scope AND s.kind IS NOT NULL) THEN
    RAISE EXCEPTION 'there is no scope %', scope;
  END IF;
  IF changes IS NOT NULL AND (jsonb_typeof(changes) <> 'object' OR changes = '{}') THEN
    RAISE EXCEPTION 'changes is an object of field and value, or NULL to delete';
  END IF;
  INSERT INTO admin_edits (scope_id, collection, record_id, op, changes)
  VALUES (scope, collection, record, CASE WHEN changes IS NULL THEN 'delete' ELSE 'set' END, coalesce(changes, '{}'))
  RETURNING id INTO number;
  INSERT INTO jobs (kind, scope_id, payload, due_at) VALUES ('admin_edit', scope, number::text, 0);
  RETURN number;
END $$;

-- Finding what lies in the trash, without reading what doesn't.
CREATE INDEX countries_trash ON countries (scope_id, updated_at) WHERE state = 1;
CREATE INDEX cities_trash ON cities (scope_id, updated_at) WHERE state = 1;
CREATE INDEX nationalities_trash ON nationalities (scope_id, updated_at) WHERE state = 1;
CREATE INDEX talent_types_trash ON talent_types (scope_id, updated_at) WHERE state = 1;
CREATE INDEX skills_trash ON skills (scope_id, updated_at) WHERE state = 1;
CREATE INDEX genres_trash ON genres (scope_id, updated_at) WHERE state = 1;
CREATE INDEX titles_trash ON titles (scope_id, updated_at) WHERE state = 1;
CREATE INDEX external_ids_trash ON external_ids (scope_id, updated_at) WHERE state = 1;
CREATE INDEX title_ratings_trash ON title_ratings (scope_id, updated_at) WHERE state = 1;
CREATE INDEX offers_trash ON offers (scope_id, updated_at) WHERE state = 1;
CREATE INDEX families_trash ON families (scope_id, updated_at) WHERE state = 1;
CREATE INDEX companies_trash ON companies (scope_id, updated_at) WHERE state = 1;
CREATE INDEX projects_trash ON projects (scope_id, updated_at) WHERE state = 1;
CREATE INDEX members_trash ON members (scope_id, updated_at) WHERE state = 1;
CREATE INDEX invitations_trash ON invitations (scope_id, updated_at) WHERE state = 1;
CREATE INDEX profiles_trash ON profiles (scope_id, updated_at) WHERE state = 1;
CREATE INDEX preferences_trash ON preferences (scope_id, updated_at) WHERE state = 1;
CREATE INDEX authors_trash ON authors (scope_id, updated_at) WHERE state = 1;
CREATE INDEX import_sessions_trash ON import_sessions (scope_id, updated_at) WHERE state = 1;
CREATE INDEX photos_trash ON photos (scope_id, updated_at) WHERE state = 1;
CREATE INDEX image_files_trash ON image_files (scope_id, updated_at) WHERE state = 1;
CREATE INDEX albums_trash ON albums (scope_id, updated_at) WHERE state = 1;
CREATE INDEX album_items_trash ON album_items (scope_id, updated_at) WHERE state = 1;
CREATE INDEX child_profiles_trash ON child_profiles (scope_id, updated_at) WHERE state = 1;
CREATE INDEX watch_entries_trash ON watch_entries (scope_id, updated_at) WHERE state = 1;
CREATE INDEX diary_trash ON diary (scope_id, updated_at) WHERE state = 1;
CREATE INDEX lists_trash ON lists (scope_id, updated_at) WHERE state = 1;
CREATE INDEX list_items_trash ON list_items (scope_id, updated_at) WHERE state = 1;
CREATE INDEX recommendations_trash ON recommendations (scope_id, updated_at) WHERE state = 1;
CREATE INDEX reviews_trash ON reviews (scope_id, updated_at) WHERE state = 1;
CREATE INDEX talent_profiles_trash ON talent_profiles (scope_id, updated_at) WHERE state = 1;
CREATE INDEX credits_trash ON credits (scope_id, updated_at) WHERE state = 1;
CREATE INDEX consents_trash ON consents (scope_id, updated_at) WHERE state = 1;
CREATE INDEX assignments_trash ON assignments (scope_id, updated_at) WHERE state = 1;
CREATE INDEX gate_info_trash ON gate_info (scope_id, updated_at) WHERE state = 1;
CREATE INDEX kiosks_trash ON kiosks (scope_id, updated_at) WHERE state = 1;
CREATE INDEX badge_keys_trash ON badge_keys (scope_id, updated_at) WHERE state = 1;
CREATE INDEX roster_trash ON roster (scope_id, updated_at) WHERE state = 1;
CREATE INDEX badges_trash ON badges (scope_id, updated_at) WHERE state = 1;
CREATE INDEX revocations_trash ON revocations (scope_id, updated_at) WHERE state = 1;
CREATE INDEX pin_verifiers_trash ON pin_verifiers (scope_id, updated_at) WHERE state = 1;
CREATE INDEX day_rules_trash ON day_rules (scope_id, updated_at) WHERE state = 1;
CREATE INDEX attendance_events_trash ON attendance_events (scope_id, updated_at) WHERE state = 1;
CREATE INDEX notifications_trash ON notifications (scope_id, updated_at) WHERE state = 1;
CREATE INDEX conflicts_trash ON conflicts (scope_id, updated_at) WHERE state = 1;
CREATE INDEX conflicts_subject ON conflicts (scope_id, subject_id);

-- What is there already.
INSERT INTO scope_usage (scope_id, records)
SELECT scope_id, count(*) FROM (
SELECT scope_id FROM countries WHERE state <> 2
  UNION ALL SELECT scope_id FROM cities WHERE state <> 2
  UNION ALL SELECT scope_id FROM nationalities WHERE state <> 2
  UNION ALL SELECT scope_id FROM talent_types WHERE state <> 2
  UNION ALL SELECT scope_id FROM skills WHERE state <> 2
  UNION ALL SELECT scope_id FROM genres WHERE state <> 2
  UNION ALL SELECT scope_id FROM titles WHERE state <> 2
  UNION ALL SELECT scope_id FROM external_ids WHERE state <> 2
  UNION ALL SELECT scope_id FROM title_ratings WHERE state <> 2
  UNION ALL SELECT scope_id FROM offers WHERE state <> 2
  UNION ALL SELECT scope_id FROM families WHERE state <> 2
  UNION ALL SELECT scope_id FROM companies WHERE state <> 2
  UNION ALL SELECT scope_id FROM projects WHERE state <> 2
  UNION ALL SELECT scope_id FROM members WHERE state <> 2
  UNION ALL SELECT scope_id FROM invitations WHERE state <> 2
  UNION ALL SELECT scope_id FROM profiles WHERE state <> 2
  UNION ALL SELECT scope_id FROM preferences WHERE state <> 2
  UNION ALL SELECT scope_id FROM authors WHERE state <> 2
  UNION ALL SELECT scope_id FROM import_sessions WHERE state <> 2
  UNION ALL SELECT scope_id FROM photos WHERE state <> 2
  UNION ALL SELECT scope_id FROM image_files WHERE state <> 2
  UNION ALL SELECT scope_id FROM albums WHERE state <> 2
  UNION ALL SELECT scope_id FROM album_items WHERE state <> 2
  UNION ALL SELECT scope_id FROM child_profiles WHERE state <> 2
  UNION ALL SELECT scope_id FROM watch_entries WHERE state <> 2
  UNION ALL SELECT scope_id FROM diary WHERE state <> 2
  UNION ALL SELECT scope_id FROM lists WHERE state <> 2
  UNION ALL SELECT scope_id FROM list_items WHERE state <> 2
  UNION ALL SELECT scope_id FROM recommendations WHERE state <> 2
  UNION ALL SELECT scope_id FROM reviews WHERE state <> 2
  UNION ALL SELECT scope_id FROM talent_profiles WHERE state <> 2
  UNION ALL SELECT scope_id FROM credits WHERE state <> 2
  UNION ALL SELECT scope_id FROM assignments WHERE state <> 2
  UNION ALL SELECT scope_id FROM gate_info WHERE state <> 2
  UNION ALL SELECT scope_id FROM kiosks WHERE state <> 2
  UNION ALL SELECT scope_id FROM badge_keys WHERE state <> 2
  UNION ALL SELECT scope_id FROM roster WHERE state <> 2
  UNION ALL SELECT scope_id FROM badges WHERE state <> 2
  UNION ALL SELECT scope_id FROM revocations WHERE state <> 2
  UNION ALL SELECT scope_id FROM pin_verifiers WHERE state <> 2
  UNION ALL SELECT scope_id FROM day_rules WHERE state <> 2
  UNION ALL SELECT scope_id FROM notifications WHERE state <> 2
) AS rows GROUP BY scope_id;
