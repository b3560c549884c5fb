-- SPDX-License-Identifier: GPL-3.0-or-later
-- What operators measure.

-- How far a device was sent, which it may not have stored; for the lag in /metrics, nothing else.
ALTER TABLE device_cursors ADD COLUMN sent bigint;

-- Counting the conflicts that wait for a choice.
CREATE INDEX conflicts_open ON conflicts (scope_id) WHERE state = 0 AND resolution IS NULL;
