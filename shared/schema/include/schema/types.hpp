// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace foyer::schema {

/// What a field holds. The comment gives: value on the wire; how it is stored in SQLite and in PostgreSQL.
enum class Type : std::uint8_t {
  text,     ///< string; TEXT; text. `max` counts code points. No control characters but tab and newline.
  integer,  ///< number; INTEGER; bigint. Bounds in `min`, `max`.
  boolean,  ///< true/false; INTEGER 0/1; boolean
  time,     ///< milliseconds since 1970 UTC as number; INTEGER; bigint
  zoned,  ///< "2026-06-13T20:14:05.000+02:00": an instant with its offset, offset may be missing; TEXT; text
  date,   ///< "2026-06-13"; TEXT; text
  ref,    ///< UUID string: a record of `target` in the same scope or in the catalogue; BLOB(16); uuid
  id,     ///< UUID string that points nowhere in particular (account, device, scope); BLOB(16); uuid
  enumeration,  ///< one of `values`; TEXT; text
  textSet,      ///< array of strings, sorted by bytes, unique; canonical JSON TEXT; json. `max` per element,
                ///< `maxItems`.
  json,         ///< canonical JSON object; TEXT; json. `max` counts bytes.
  bytes,        ///< base64; BLOB; bytea. `max` counts bytes.
  point,   ///< "48.85661400,2.35222190": latitude and longitude, eight decimals, one compound; TEXT; text
  amount,  ///< "1250 EUR": minor units and ISO 4217 currency, one compound; TEXT; text
  hash,    ///< 64 lower-case hex digits, SHA-256; TEXT; text
};

/// How two values that did not know each other meet (design law 7).
enum class Merge : std::uint8_t {
  fixed,   ///< set when created, part of the natural key or otherwise never changed
  reg,     ///< register: the higher stamp, then the higher device id
  set,     ///< per element; an add beats a remove that did not know it
  text,    ///< three-way by words; only an overlapping region goes to the higher stamp
  fact,    ///< append-only record: written once, never changed
  server,  ///< owned by the server; devices only read it
};

/// Who may read a value outside the scope's plain members, and how it rests on disk.
enum class Sensitivity : std::uint8_t {
  plain,
  personal,  ///< may identify a person; never logged
  sealed,    ///< sealed at rest on device and server (phone, address, documents)
};

/// Scope kinds as bits, so that conflicts and notifications can live in several.
enum class Scope : std::uint8_t {
  person = 1,
  family = 2,
  production = 4,
  project = 8,
  gate = 16,
  catalog = 32,
};
using ScopeSet = std::uint8_t;
constexpr ScopeSet operator|(Scope a, Scope b) {
  return static_cast<ScopeSet>(static_cast<int>(a) | static_cast<int>(b));
}
constexpr ScopeSet operator|(ScopeSet a, Scope b) { return static_cast<ScopeSet>(a | static_cast<int>(b)); }
constexpr ScopeSet only(Scope s) { return static_cast<ScopeSet>(s); }
constexpr bool contains(ScopeSet set, Scope s) { return (set & static_cast<ScopeSet>(s)) != 0; }

/// Which members of a scope may write a field or create a record.
enum class Writer : std::uint8_t {
  member,   ///< any member of the scope
  manager,  ///< owner or admin of a family, coordinator of a project, staff of a production
  kiosk,    ///< enrolled kiosks and presence staff
  server,   ///< no device
};

struct Field {
  std::uint16_t id = 0;  ///< unique in its collection, never reused
  std::string_view name = {};
  Type type = Type::text;
  Merge merge = Merge::reg;
  bool required = false;              ///< must be there when the record is created and can't be cleared
  std::int64_t min = INT64_MIN;       ///< integer/time: smallest value; text: fewest code points when set
  std::int64_t max = INT64_MAX;       ///< see Type
  std::int64_t maxItems = INT64_MAX;  ///< textSet; binds forms, not merges
  std::span<const std::string_view> values = {};  ///< enumeration; textSet: allowed elements, empty = any
  std::string_view target = {};                   ///< ref: collection name
  std::string_view pattern = {};  ///< name of a grammar in validate.cpp ("email", "talent_code", …)
  Sensitivity sensitivity = Sensitivity::plain;
  Writer writer = Writer::member;
  std::uint16_t since = 1;  ///< first schema level that has it
  std::string_view doc = {};
};

struct Collection {
  std::uint16_t id = 0;  ///< unique, never reused; also the order of a first sync: parents before children
  std::string_view name = {};
  ScopeSet scopes = 0;
  std::span<const Field> fields = {};
  bool facts = false;               ///< append-only: create once, no edit, no delete
  bool head = false;                ///< creating it creates its scope: record id == scope id
  Writer creator = Writer::member;  ///< who may create and delete
  std::string_view parent = {};     ///< ref field whose record hides this one when deleted
  std::span<const std::string_view> key =
      {};  ///< natural key fields: the id is derived from them (design law 3)
  std::uint16_t since = 1;
  std::string_view doc = {};

  /// Index in `fields`, or -1.
  int indexOf(std::string_view fieldName) const;
  const Field* find(std::string_view fieldName) const;
  const Field* findId(std::uint16_t fieldId) const;
  /// Whether it, or one of its fields, is later than this schema level.
  bool newerThan(int level) const;
};

/// Highest schema level this build knows.
inline constexpr std::uint16_t kSchemaLevel = 2;

}  // namespace foyer::schema
