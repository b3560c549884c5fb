// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/error.hpp"
#include "schema/types.hpp"

namespace foyer::schema {

/// Checks of a declared field: the same on server, in forms and in the headless client. Each returns nothing,
/// or the error with the field's name and a sentence that says what is allowed.
std::optional<Error> checkText(const Field& field, std::string_view text);  ///< text and every text-like type
std::optional<Error> checkInteger(const Field& field, std::int64_t value);  ///< integer, boolean, time
std::optional<Error> checkBytes(const Field& field, std::size_t size);
std::optional<Error> checkSetElement(const Field& field, std::string_view element);
/// Form limit of a set's size; merges may exceed it.
std::optional<Error> checkSetSize(const Field& field, std::size_t size);
/// For a required field without a value.
Error missing(const Field& field);

}  // namespace foyer::schema
