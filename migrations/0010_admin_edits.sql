-- SPDX-License-Identifier: GPL-3.0-or-later
-- An administrator's edit remembers what its author could know, so that it is merged like anybody's.
ALTER TABLE admin_edits ADD COLUMN base bigint;     -- head of the scope when it was made; null: the head when it is applied
ALTER TABLE admin_edits ADD COLUMN was  jsonb;      -- texts as they were then, for merging by words

CREATE OR REPLACE FUNCTION foyer_edit(scope uuid, collection text, record uuid, changes jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  number bigint;
  known  bigint;
  before jsonb;
BEGIN
  -- The head first: what comes between here and the look at the record counts as not known.
  SELECT s.head INTO known FROM scopes s WHERE s.scope_id = scope AND s.kind IS NOT NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no scope %', scope;
  END IF;
  IF changes IS NOT NULL AND (jsonb_typeof(changes) <> 'object' OR changes = '{}') THEN
    RAISE EXCEPTION 'changes is an object of field and value, or NULL to delete';
  END IF;
  IF changes IS NOT NULL AND 3 = (
    SELECT count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname = foyer_edit.collection AND NOT a.attisdropped
      AND a.attname IN ('scope_id', 'id', 'version')) THEN
    EXECUTE format('SELECT jsonb_object_agg(k, to_jsonb(t) -> k) FROM public.%I t, jsonb_object_keys($3) k '
                   'WHERE t.scope_id = $1 AND t.id = $2 AND jsonb_typeof(to_jsonb(t) -> k) = ''string''', collection)
      INTO before USING scope, record, changes;
  END IF;
  INSERT INTO admin_edits (scope_id, collection, record_id, op, changes, base, was)
  VALUES (scope, collection, record, CASE WHEN changes IS NULL THEN 'delete' ELSE 'set' END, coalesce(changes, '{}'), known, before)
  RETURNING id INTO number;
  INSERT INTO jobs (kind, scope_id, payload, due_at) VALUES ('admin_edit', scope, number::text, 0);
  RETURN number;
END $$;
