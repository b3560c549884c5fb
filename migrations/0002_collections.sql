-- SPDX-License-Identifier: GPL-3.0-or-later
-- The tables of all collections (shared/schema). Every one begins with the columns of a synced row: `version` is the
-- scope's counter when the row last changed, `state` 0 live, 1 trashed, 2 tombstone, times are milliseconds since 1970,
-- `hash` is the row's part of the scope's digest, `meta` the merge state. Declared limits are checked before a row is
-- written, and fields carry no NOT NULL: a tombstone has no content. No foreign keys: parents and children of one scope
-- may arrive in any order, and a reference may point into the catalogue's scope.

-- Catalogue: reference data and titles, written by packs only.

CREATE TABLE countries (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  code text,
  name text,
  name_fr text,
  flag text,
  dial_code text,
  currency text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX countries_by_version ON countries (scope_id, version, id);

CREATE TABLE cities (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  country uuid,
  name text,
  ascii_name text,
  position text,
  population bigint,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX cities_by_version ON cities (scope_id, version, id);

CREATE TABLE nationalities (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  code text,
  name text,
  name_fr text,
  flag text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX nationalities_by_version ON nationalities (scope_id, version, id);

CREATE TABLE talent_types (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  code text,
  name text,
  name_fr text,
  category text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX talent_types_by_version ON talent_types (scope_id, version, id);

CREATE TABLE skills (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  code text,
  name text,
  name_fr text,
  category text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX skills_by_version ON skills (scope_id, version, id);

CREATE TABLE genres (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  code text,
  name text,
  name_fr text,
  category text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX genres_by_version ON genres (scope_id, version, id);

CREATE TABLE titles (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  kind text,
  title text,
  original_title text,
  description text,
  year bigint,
  release_date text,
  end_year bigint,
  runtime_minutes bigint,
  genres json,
  creators json,
  poster text,
  backdrop text,
  minimum_age bigint,
  seasons bigint,
  episodes bigint,
  countries json,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX titles_by_version ON titles (scope_id, version, id);

CREATE TABLE external_ids (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  title uuid,
  source text,
  kind text,
  external_id text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX external_ids_by_version ON external_ids (scope_id, version, id);

CREATE TABLE title_ratings (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  title uuid,
  source text,
  score bigint,
  votes bigint,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX title_ratings_by_version ON title_ratings (scope_id, version, id);

CREATE TABLE offers (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  title uuid,
  provider text,
  region text,
  offer text,
  url text,
  added_at bigint,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX offers_by_version ON offers (scope_id, version, id);

-- Heads: each makes its scope.

CREATE TABLE families (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  name text,
  created_by uuid,
  description text,
  avatar text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX families_by_version ON families (scope_id, version, id);

CREATE TABLE companies (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  name text,
  initials text,
  created_by uuid,
  country text,
  legal_name text,
  registration_number text,
  email text,
  phone text,
  address text,
  website text,
  logo text,
  description text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX companies_by_version ON companies (scope_id, version, id);

CREATE TABLE projects (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  name text,
  created_by uuid,
  kind text,
  company_id uuid,
  company_name text,
  country text,
  starts_on text,
  ends_on text,
  locations json,
  status text,
  time_zone text,
  day_cut text,
  initials text,
  description text,
  debounce_seconds bigint,
  code_prefix text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX projects_by_version ON projects (scope_id, version, id);

-- People of a scope.

CREATE TABLE members (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  account_id uuid,
  role text,
  display_name text,
  avatar text,
  joined_at bigint,
  invited_by uuid,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX members_by_version ON members (scope_id, version, id);

CREATE TABLE invitations (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  email text,
  role text,
  status text,
  invited_by uuid,
  expires_at bigint,
  accepted_at bigint,
  accepted_by uuid,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX invitations_by_version ON invitations (scope_id, version, id);

CREATE TABLE profiles (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  account_id uuid,
  display_name text,
  username text,
  bio text,
  avatar text,
  language text,
  region text,
  services json,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX profiles_by_version ON profiles (scope_id, version, id);

CREATE TABLE preferences (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  name text,
  setting text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX preferences_by_version ON preferences (scope_id, version, id);

-- Photos.

CREATE TABLE authors (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  name text,
  email text,
  bio text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX authors_by_version ON authors (scope_id, version, id);

CREATE TABLE import_sessions (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  name text,
  source_label text,
  description text,
  status text,
  device_id uuid,
  total_files bigint,
  processed_files bigint,
  known_files bigint,
  damaged_files bigint,
  started_at bigint,
  finished_at bigint,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX import_sessions_by_version ON import_sessions (scope_id, version, id);

CREATE TABLE photos (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  hothash text,
  title text,
  description text,
  tags json,
  rating bigint,
  taken_at text,
  position text,
  author uuid,
  hotpreview bytea,
  preview_profile bigint,
  perceptual_hash text,
  width bigint,
  height bigint,
  camera text,
  place text,
  pick text,
  favourite boolean,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX photos_by_version ON photos (scope_id, version, id);

CREATE TABLE image_files (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  photo uuid,
  sha256 text,
  filename text,
  file_size bigint,
  mime text,
  kind text,
  role text,
  hotpreview bytea,
  perceptual_hash text,
  exif json,
  import_session uuid,
  imported_at bigint,
  imported_info json,
  device_id uuid,
  blob_state text,
  cloud_storage_info json,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX image_files_by_version ON image_files (scope_id, version, id);

CREATE TABLE albums (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  name text,
  description text,
  cover uuid,
  sort text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX albums_by_version ON albums (scope_id, version, id);

CREATE TABLE album_items (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  album uuid,
  photo uuid,
  order_key text,
  added_by uuid,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX album_items_by_version ON album_items (scope_id, version, id);

-- Films.

CREATE TABLE child_profiles (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  name text,
  avatar text,
  birth_year bigint,
  age_cap bigint,
  guardian_id uuid,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX child_profiles_by_version ON child_profiles (scope_id, version, id);

CREATE TABLE watch_entries (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  profile_id uuid,
  title_id uuid,
  title text,
  year bigint,
  kind text,
  own_title boolean,
  poster text,
  status text,
  sub_status text,
  rating bigint,
  notes text,
  tags json,
  favourite boolean,
  progress text,
  started_on text,
  finished_on text,
  service text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX watch_entries_by_version ON watch_entries (scope_id, version, id);

CREATE TABLE diary (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  profile_id uuid,
  title_id uuid,
  title text,
  year bigint,
  kind text,
  watched_on text,
  episode text,
  rating bigint,
  rewatch boolean,
  place text,
  remarks text,
  companions json,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX diary_by_version ON diary (scope_id, version, id);

CREATE TABLE lists (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  name text,
  description text,
  created_by uuid,
  order_key text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX lists_by_version ON lists (scope_id, version, id);

CREATE TABLE list_items (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  list uuid,
  title_id uuid,
  title text,
  year bigint,
  kind text,
  poster text,
  order_key text,
  added_by uuid,
  note text,
  watched_by json,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX list_items_by_version ON list_items (scope_id, version, id);

CREATE TABLE recommendations (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  title_id uuid,
  title text,
  year bigint,
  kind text,
  recommended_by uuid,
  recommended_to uuid,
  message text,
  status text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX recommendations_by_version ON recommendations (scope_id, version, id);

CREATE TABLE reviews (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  author_id uuid,
  title_id uuid,
  title text,
  year bigint,
  kind text,
  body text,
  rating bigint,
  spoiler boolean,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX reviews_by_version ON reviews (scope_id, version, id);

-- Talents.

CREATE TABLE talent_profiles (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  code text,
  cinema_code text,
  provisional_code text,
  visible_sections json,
  published boolean,
  profile_score bigint,
  first_name text,
  last_name text,
  stage_name text,
  gender text,
  birth_date text,
  email text,
  phone text,
  whatsapp text,
  document_kind text,
  document_number text,
  guardian_name text,
  guardian_phone text,
  origin_country text,
  nationalities json,
  birth_place text,
  ethnicity text,
  residence_country text,
  city uuid,
  city_name text,
  address text,
  can_travel boolean,
  has_passport boolean,
  driving_licences json,
  languages json,
  accents json,
  height_cm bigint,
  weight_kg bigint,
  eye_colour text,
  hair_colour text,
  hair_type text,
  skin_tone text,
  build text,
  chest_cm bigint,
  waist_cm bigint,
  hips_cm bigint,
  clothing_size text,
  shoe_size bigint,
  tattoos text,
  piercings text,
  distinctive_marks text,
  talent_types json,
  experience text,
  playing_age_min bigint,
  playing_age_max bigint,
  day_rate text,
  agency text,
  skills json,
  other_skills text,
  bio text,
  website text,
  facebook text,
  instagram text,
  tiktok text,
  youtube text,
  x_handle text,
  linkedin text,
  snapchat text,
  portrait uuid,
  full_length uuid,
  other_photos json,
  cv text,
  cv_filename text,
  showreel text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX talent_profiles_by_version ON talent_profiles (scope_id, version, id);

CREATE TABLE credits (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  talent uuid,
  title text,
  year bigint,
  kind text,
  role text,
  director text,
  company text,
  url text,
  order_key text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX credits_by_version ON credits (scope_id, version, id);

CREATE TABLE consents (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  subject_id uuid,
  purpose text,
  act text,
  text_version bigint,
  text_sha256 text,
  acted_at text,
  expires_on text,
  signed_by text,
  signature bytea,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX consents_by_version ON consents (scope_id, version, id);

-- Shoots.

CREATE TABLE assignments (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  talent_id uuid,
  account_id uuid,
  name text,
  initials text,
  talent_code text,
  code text,
  role_type text,
  role text,
  role_description text,
  department text,
  status text,
  call_time text,
  days json,
  allowed_hours text,
  minor boolean,
  gate_note text,
  blocked boolean,
  face bytea,
  phone text,
  assigned_by uuid,
  assigned_at bigint,
  badge_state text,
  badge_issue bigint,
  badge_code text,
  pass_key bytea,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX assignments_by_version ON assignments (scope_id, version, id);

-- Gates: all that a kiosk may hold.

CREATE TABLE gate_info (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  project_id uuid,
  name text,
  time_zone text,
  day_cut text,
  debounce_seconds bigint,
  lease_until bigint,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX gate_info_by_version ON gate_info (scope_id, version, id);

CREATE TABLE kiosks (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  device_id uuid,
  name text,
  public_key bytea,
  status text,
  enrolled_at bigint,
  enrolled_by uuid,
  revoked_at bigint,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX kiosks_by_version ON kiosks (scope_id, version, id);

CREATE TABLE badge_keys (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  number bigint,
  project_id uuid,
  public_key bytea,
  withdrawn_at bigint,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX badge_keys_by_version ON badge_keys (scope_id, version, id);

CREATE TABLE roster (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  name text,
  code text,
  initials text,
  face bytea,
  role text,
  call_time text,
  badge_state text,
  badge_issue bigint,
  pass_key bytea,
  note text,
  allowed_hours text,
  minor boolean,
  blocked boolean,
  days json,
  department text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX roster_by_version ON roster (scope_id, version, id);

CREATE TABLE badges (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  person uuid,
  issue bigint,
  key_number bigint,
  status text,
  valid_from bigint,
  valid_to bigint,
  issued_by uuid,
  issued_at bigint,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX badges_by_version ON badges (scope_id, version, id);

CREATE TABLE revocations (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  person_id uuid,
  issue bigint,
  revoked_at bigint,
  revoked_by uuid,
  reason text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX revocations_by_version ON revocations (scope_id, version, id);

CREATE TABLE pin_verifiers (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  account_id uuid,
  name text,
  level text,
  verifier text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX pin_verifiers_by_version ON pin_verifiers (scope_id, version, id);

CREATE TABLE day_rules (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  day text,
  mode text,
  gate_mode text,
  debounce_seconds bigint,
  grace_minutes bigint,
  open_hours text,
  minor_hours text,
  note text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX day_rules_by_version ON day_rules (scope_id, version, id);

CREATE TABLE attendance_events (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  kind text,
  project_id uuid,
  subject_id uuid,
  device_id uuid,
  counter bigint,
  wall_at bigint,
  steady_ms bigint,
  boot_id uuid,
  offset_ms bigint,
  zone_offset_min bigint,
  grade text,
  intent text,
  shown text,
  source text,
  verdict text,
  reason text,
  scanned_code text,
  target_id uuid,
  operator_id uuid,
  gate text,
  signature bytea,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX attendance_events_by_version ON attendance_events (scope_id, version, id);

-- Everywhere.

CREATE TABLE notifications (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  kind text,
  details json,
  subject_scope uuid,
  subject_collection text,
  subject_id uuid,
  read boolean,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX notifications_by_version ON notifications (scope_id, version, id);

CREATE TABLE conflicts (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  state smallint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  hash bytea,
  meta bytea,
  kind text,
  subject_collection text,
  subject_id uuid,
  field text,
  lost_value text,
  kept_value text,
  lost_by_account uuid,
  lost_by_device uuid,
  lost_at bigint,
  kept_by_account uuid,
  kept_by_device uuid,
  kept_at bigint,
  sensitivity text,
  resolution text,
  PRIMARY KEY (scope_id, id)
);
CREATE INDEX conflicts_by_version ON conflicts (scope_id, version, id);
