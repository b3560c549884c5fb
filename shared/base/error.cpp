// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.hpp"

#include <array>
#include <stdexcept>

namespace foyer {
namespace {

constexpr std::array kCodes{
    CodeInfo{Code::badRequest, "bad_request", 400, false},
    CodeInfo{Code::invalidField, "invalid_field", 422, false},
    CodeInfo{Code::unknownField, "unknown_field", 400, false},
    CodeInfo{Code::unknownCollection, "unknown_collection", 400, false},
    CodeInfo{Code::readOnly, "read_only", 403, false},
    CodeInfo{Code::unauthenticated, "unauthenticated", 401, false},
    CodeInfo{Code::wrongCredentials, "wrong_credentials", 401, false},
    CodeInfo{Code::lockedOut, "locked_out", 429, true},
    CodeInfo{Code::forbidden, "forbidden", 403, false},
    CodeInfo{Code::notFound, "not_found", 404, false},
    CodeInfo{Code::alreadyExists, "already_exists", 409, false},
    CodeInfo{Code::conflict, "conflict", 409, false},
    CodeInfo{Code::gone, "gone", 410, false},
    CodeInfo{Code::missingParent, "missing_parent", 422, false},
    CodeInfo{Code::quotaExceeded, "quota_exceeded", 403, false},
    CodeInfo{Code::tooLarge, "too_large", 413, false},
    CodeInfo{Code::unsupported, "unsupported", 415, false},
    CodeInfo{Code::sequenceGap, "sequence_gap", 409, false},
    CodeInfo{Code::dependsOnHeld, "depends_on_held", 409, false},
    CodeInfo{Code::replayed, "replayed", 409, false},
    CodeInfo{Code::rateLimited, "rate_limited", 429, true},
    CodeInfo{Code::busy, "busy", 503, true},
    CodeInfo{Code::timeout, "timeout", 504, true},
    CodeInfo{Code::unreachable, "unreachable", 503, true},
    CodeInfo{Code::tooNew, "too_new", 426, false},
    CodeInfo{Code::damaged, "damaged", 500, false},
    CodeInfo{Code::internal, "internal", 500, true},
};

}  // namespace

std::span<const CodeInfo> allCodes() { return kCodes; }

const CodeInfo& info(Code code) {
  for (const auto& entry : kCodes)
    if (entry.code == code) return entry;
  throw std::logic_error("error code without a table entry");
}

std::optional<Code> codeFromName(std::string_view name) {
  for (const auto& entry : kCodes)
    if (entry.name == name) return entry.code;
  return std::nullopt;
}

}  // namespace foyer
