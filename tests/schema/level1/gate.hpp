// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words.hpp"

// The gate scope: all that a kiosk may ever hold.
namespace foyer::schema::level1 {
// A table, one line per field.
// clang-format off

inline constexpr Field kRosterFields[] = {
    {.id = 1, .name = "name", .merge = M::server, .required = true, .max = 200, .sensitivity = kSealed, .writer = W::server},
    {.id = 2, .name = "code", .merge = M::server, .max = 13, .sensitivity = kSealed, .writer = W::server},
    {.id = 3, .name = "initials", .merge = M::server, .max = 10, .sensitivity = kSealed, .writer = W::server},
    {.id = 4, .name = "face", .type = T::bytes, .merge = M::server, .max = kPreviewBytes, .sensitivity = kSealed, .writer = W::server},
    {.id = 5, .name = "role", .merge = M::server, .max = 255, .sensitivity = kSealed, .writer = W::server},
    {.id = 6, .name = "call_time", .type = T::zoned, .merge = M::server, .writer = W::server},
    {.id = 7, .name = "badge_state", .type = T::enumeration, .merge = M::server, .values = kBadgeStates, .writer = W::server},
    {.id = 8, .name = "badge_issue", .type = T::integer, .merge = M::server, .min = 0, .max = 65'535, .writer = W::server},
    {.id = 9, .name = "pass_key", .type = T::bytes, .merge = M::server, .max = 32, .writer = W::server},
    {.id = 10, .name = "note", .merge = M::server, .max = 255, .sensitivity = kSealed, .writer = W::server},
    {.id = 11, .name = "allowed_hours", .merge = M::server, .max = 11, .pattern = "hours", .writer = W::server},
    {.id = 12, .name = "minor", .type = T::boolean, .merge = M::server, .sensitivity = kSealed, .writer = W::server},
    {.id = 13, .name = "blocked", .type = T::boolean, .merge = M::server, .writer = W::server},
    {.id = 14, .name = "days", .type = T::textSet, .merge = M::server, .max = 10, .maxItems = 400, .pattern = "date", .writer = W::server},
    {.id = 15, .name = "department", .merge = M::server, .max = 100, .writer = W::server},
};
inline constexpr Field kBadgeKeyFields[] = {
    {.id = 1, .name = "number", .type = T::integer, .merge = M::server, .required = true, .min = 1, .max = 4'294'967'295, .writer = W::server},
    {.id = 2, .name = "project_id", .type = T::id, .merge = M::server, .required = true, .writer = W::server},
    {.id = 3, .name = "public_key", .type = T::bytes, .merge = M::server, .required = true, .max = 32, .writer = W::server},
    {.id = 4, .name = "withdrawn_at", .type = T::time, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
};
inline constexpr std::string_view kBadgeKeyKey[] = {"number"};
inline constexpr Field kBadgeFields[] = {
    {.id = 1, .name = "person", .type = T::ref, .merge = M::server, .required = true, .target = "roster", .writer = W::server},
    {.id = 2, .name = "issue", .type = T::integer, .merge = M::server, .required = true, .min = 1, .max = 65'535, .writer = W::server},
    {.id = 3, .name = "key_number", .type = T::integer, .merge = M::server, .required = true, .min = 1, .max = 4'294'967'295, .writer = W::server},
    {.id = 4, .name = "status", .type = T::enumeration, .merge = M::server, .required = true, .values = kBadgeStates, .writer = W::server},
    {.id = 5, .name = "valid_from", .type = T::time, .merge = M::server, .required = true, .min = 0, .max = kSafeMax, .writer = W::server},
    {.id = 6, .name = "valid_to", .type = T::time, .merge = M::server, .required = true, .min = 0, .max = kSafeMax, .writer = W::server},
    {.id = 7, .name = "issued_by", .type = T::id, .merge = M::server, .writer = W::server},
    {.id = 8, .name = "issued_at", .type = T::time, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
};
inline constexpr std::string_view kBadgeKey[] = {"person", "issue"};
inline constexpr Field kRevocationFields[] = {
    {.id = 1, .name = "person_id", .type = T::id, .merge = M::server, .required = true, .writer = W::server},
    {.id = 2, .name = "issue", .type = T::integer, .merge = M::server, .required = true, .min = 1, .max = 65'535, .writer = W::server},
    {.id = 3, .name = "revoked_at", .type = T::time, .merge = M::server, .required = true, .min = 0, .max = kSafeMax, .writer = W::server},
    {.id = 4, .name = "revoked_by", .type = T::id, .merge = M::server, .writer = W::server},
    {.id = 5, .name = "reason", .merge = M::server, .max = 255, .writer = W::server},
};
inline constexpr std::string_view kRevocationKey[] = {"person_id", "issue"};
inline constexpr Words kOperatorLevels = {"steward", "supervisor"};
inline constexpr Field kPinFields[] = {
    {.id = 1, .name = "account_id", .type = T::id, .merge = M::server, .required = true, .writer = W::server},
    {.id = 2, .name = "name", .merge = M::server, .required = true, .max = 100, .sensitivity = kPersonal, .writer = W::server},
    {.id = 3, .name = "level", .type = T::enumeration, .merge = M::server, .required = true, .values = kOperatorLevels, .writer = W::server},
    {.id = 4, .name = "verifier", .merge = M::server, .required = true, .max = 255, .sensitivity = kSealed, .writer = W::server},
};
inline constexpr Words kDayModes = {"open", "closed"};
inline constexpr Words kGateModes = {"automatic", "in", "out"};
inline constexpr Field kDayRuleFields[] = {
    {.id = 1, .name = "day", .type = T::date, .merge = M::fixed, .writer = W::kiosk},
    {.id = 2, .name = "mode", .type = T::enumeration, .required = true, .values = kDayModes, .writer = W::kiosk},
    {.id = 3, .name = "gate_mode", .type = T::enumeration, .values = kGateModes, .writer = W::kiosk},
    {.id = 4, .name = "debounce_seconds", .type = T::integer, .min = 0, .max = 3600, .writer = W::kiosk},
    {.id = 5, .name = "grace_minutes", .type = T::integer, .min = 0, .max = 240, .writer = W::kiosk},
    {.id = 6, .name = "open_hours", .max = 11, .pattern = "hours", .writer = W::kiosk},
    {.id = 7, .name = "minor_hours", .max = 11, .pattern = "hours", .writer = W::kiosk},
    {.id = 8, .name = "note", .max = 255, .writer = W::kiosk},
};
inline constexpr std::string_view kDayRuleKey[] = {"day"};
inline constexpr Words kKioskStates = {"active", "revoked"};
inline constexpr Field kKioskFields[] = {
    {.id = 1, .name = "device_id", .type = T::id, .merge = M::server, .required = true, .writer = W::server},
    {.id = 2, .name = "name", .merge = M::server, .required = true, .max = 100, .writer = W::server},
    {.id = 3, .name = "public_key", .type = T::bytes, .merge = M::server, .required = true, .max = 32, .writer = W::server},
    {.id = 4, .name = "status", .type = T::enumeration, .merge = M::server, .required = true, .values = kKioskStates, .writer = W::server},
    {.id = 5, .name = "enrolled_at", .type = T::time, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
    {.id = 6, .name = "enrolled_by", .type = T::id, .merge = M::server, .writer = W::server},
    {.id = 7, .name = "revoked_at", .type = T::time, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
};
inline constexpr std::string_view kKioskKey[] = {"device_id"};
inline constexpr Field kGateInfoFields[] = {
    {.id = 1, .name = "project_id", .type = T::id, .merge = M::server, .required = true, .writer = W::server},
    {.id = 2, .name = "name", .merge = M::server, .required = true, .max = 255, .writer = W::server},
    {.id = 3, .name = "time_zone", .merge = M::server, .required = true, .max = 64, .pattern = "time_zone", .writer = W::server},
    {.id = 4, .name = "day_cut", .merge = M::server, .required = true, .max = 5, .pattern = "clock", .writer = W::server},
    {.id = 5, .name = "debounce_seconds", .type = T::integer, .merge = M::server, .min = 0, .max = 3600, .writer = W::server},
    {.id = 6, .name = "lease_until", .type = T::time, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
};
inline constexpr std::string_view kGateInfoKey[] = {"project_id"};

inline constexpr Words kEventKinds = {"pass", "attempt", "undo"};
inline constexpr Words kIntents = {"automatic", "in", "out"};
inline constexpr Words kDirections = {"in", "out"};
inline constexpr Words kEventSources = {"badge", "code", "search"};
inline constexpr Words kTimeGrades = {"verified", "estimated", "unchecked", "suspect"};
inline constexpr Field kAttendanceFields[] = {
    {.id = 1, .name = "kind", .type = T::enumeration, .merge = M::fact, .required = true, .values = kEventKinds, .writer = W::kiosk},
    {.id = 2, .name = "project_id", .type = T::id, .merge = M::fact, .required = true, .writer = W::kiosk},
    {.id = 3, .name = "subject_id", .type = T::id, .merge = M::fact, .writer = W::kiosk},
    {.id = 4, .name = "device_id", .type = T::id, .merge = M::fact, .required = true, .writer = W::kiosk},
    {.id = 5, .name = "counter", .type = T::integer, .merge = M::fact, .required = true, .min = 1, .max = kSafeMax, .writer = W::kiosk},
    {.id = 6, .name = "wall_at", .type = T::time, .merge = M::fact, .required = true, .min = 0, .max = kSafeMax, .writer = W::kiosk},
    {.id = 7, .name = "steady_ms", .type = T::integer, .merge = M::fact, .required = true, .min = 0, .max = kSafeMax, .writer = W::kiosk},
    {.id = 8, .name = "boot_id", .type = T::id, .merge = M::fact, .required = true, .writer = W::kiosk},
    {.id = 9, .name = "offset_ms", .type = T::integer, .merge = M::fact, .min = -kSafeMax, .max = kSafeMax, .writer = W::kiosk},
    {.id = 10, .name = "zone_offset_min", .type = T::integer, .merge = M::fact, .min = -1440, .max = 1440, .writer = W::kiosk},
    {.id = 11, .name = "grade", .type = T::enumeration, .merge = M::fact, .required = true, .values = kTimeGrades, .writer = W::kiosk},
    {.id = 12, .name = "intent", .type = T::enumeration, .merge = M::fact, .required = true, .values = kIntents, .writer = W::kiosk},
    {.id = 13, .name = "shown", .type = T::enumeration, .merge = M::fact, .values = kDirections, .writer = W::kiosk},
    {.id = 14, .name = "source", .type = T::enumeration, .merge = M::fact, .required = true, .values = kEventSources, .writer = W::kiosk},
    {.id = 15, .name = "verdict", .merge = M::fact, .max = 50, .writer = W::kiosk},
    {.id = 16, .name = "reason", .merge = M::fact, .max = 255, .writer = W::kiosk},
    {.id = 17, .name = "scanned_code", .merge = M::fact, .max = 1024, .sensitivity = kSealed, .writer = W::kiosk},
    {.id = 18, .name = "target_id", .type = T::id, .merge = M::fact, .writer = W::kiosk},
    {.id = 19, .name = "operator_id", .type = T::id, .merge = M::fact, .writer = W::kiosk},
    {.id = 20, .name = "gate", .merge = M::fact, .max = 100, .writer = W::kiosk},
    {.id = 21, .name = "signature", .type = T::bytes, .merge = M::fact, .max = 64, .writer = W::kiosk},
};

inline constexpr Collection kGates[] = {
    {.id = 180, .name = "gate_info", .scopes = kGate, .fields = kGateInfoFields, .creator = W::server, .key = kGateInfoKey},
    {.id = 181, .name = "kiosks", .scopes = kGate, .fields = kKioskFields, .creator = W::server, .key = kKioskKey},
    {.id = 182, .name = "badge_keys", .scopes = kGate, .fields = kBadgeKeyFields, .creator = W::server, .key = kBadgeKeyKey},
    {.id = 183, .name = "roster", .scopes = kGate, .fields = kRosterFields, .creator = W::server},
    {.id = 184, .name = "badges", .scopes = kGate, .fields = kBadgeFields, .creator = W::server, .parent = "person", .key = kBadgeKey},
    {.id = 185, .name = "revocations", .scopes = kGate, .fields = kRevocationFields, .creator = W::server, .key = kRevocationKey},
    {.id = 186, .name = "pin_verifiers", .scopes = kGate, .fields = kPinFields, .creator = W::server},
    {.id = 187, .name = "day_rules", .scopes = kGate, .fields = kDayRuleFields, .creator = W::kiosk, .key = kDayRuleKey},
    {.id = 188, .name = "attendance_events", .scopes = kGate, .fields = kAttendanceFields, .facts = true, .creator = W::kiosk},
};

}  // namespace foyer::schema::level1
