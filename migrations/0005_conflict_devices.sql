-- What the two devices of a conflict call themselves, copied so that every member can read it offline.
ALTER TABLE conflicts ADD COLUMN lost_by_device_name text;
ALTER TABLE conflicts ADD COLUMN kept_by_device_name text;
