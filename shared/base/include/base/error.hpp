// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace foyer {

/// Every error that crosses a room or the wire. The table in error.cpp gives each its wire name, HTTP status
/// and whether a retry of the same bytes can ever succeed.
enum class Code {
  badRequest,         ///< the message is not well formed
  invalidField,       ///< a field breaks its declaration; Error::field names it
  unknownField,       ///< a field the declaration doesn't have
  unknownCollection,  ///< a collection the declaration doesn't have
  readOnly,           ///< the field or collection is written by the server only
  unauthenticated,    ///< no or no valid access token
  wrongCredentials,   ///< sign-in refused; never says which part was wrong
  lockedOut,          ///< too many attempts; the message says until when
  forbidden,          ///< signed in, but not allowed
  notFound,           ///< not there, or not visible to the caller
  alreadyExists,      ///< a unique value is taken
  conflict,           ///< the precondition does not hold any more
  gone,               ///< expired, used up, or purged
  missingParent,      ///< the record refers to one that is not there
  quotaExceeded,      ///< the plan's limit is reached
  tooLarge,           ///< above a documented size limit
  unsupported,        ///< protocol, media type or feature this side doesn't speak
  sequenceGap,        ///< the push skips a sequence number
  dependsOnHeld,      ///< waits for a held mutation
  replayed,           ///< the same sequence number with other content
  rateLimited,        ///< too many requests; try later
  busy,               ///< queue full; try later
  timeout,            ///< the other side did not answer in time
  unreachable,        ///< no connection
  tooNew,             ///< written by a newer version of Foyer
  damaged,            ///< stored data can't be read
  internal,           ///< a bug; the log has the request id
};

struct CodeInfo {
  Code code;
  std::string_view name;  ///< on the wire and in logs, never changed
  int httpStatus;
  bool transient;  ///< the same request may succeed later
};

/// One failure: what kind, which field of the input (may be empty) and a sentence for a person.
struct Error {
  Code code = Code::internal;
  std::string field;
  std::string message;
};

std::span<const CodeInfo> allCodes();
const CodeInfo& info(Code code);
std::optional<Code> codeFromName(std::string_view name);

}  // namespace foyer
