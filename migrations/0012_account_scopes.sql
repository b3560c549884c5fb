-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where an account was ever active, also where it is no member any more: what its erasure has to go through.
CREATE INDEX scope_devices_account ON scope_devices (account_id, scope_id);
CREATE INDEX device_cursors_account ON device_cursors (account_id, scope_id);
