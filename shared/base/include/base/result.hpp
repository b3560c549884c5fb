// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>

#include "base/error.hpp"

namespace foyer {

/// A value, or the Error that explains why there is none. For failures that belong to normal life;
/// surprises are exceptions. Reading the wrong side throws std::logic_error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : m_state(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(Error error)
      : m_state(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)
  Result(Code code, std::string message) : Result(Error{code, {}, std::move(message)}) {}

  explicit operator bool() const { return m_state.index() == 0; }
  bool ok() const { return m_state.index() == 0; }

  const T& value() const& { return check(), std::get<0>(m_state); }
  T& value() & { return check(), std::get<0>(m_state); }
  T&& value() && { return check(), std::get<0>(std::move(m_state)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Error& error() const {
    if (ok()) throw std::logic_error("Result holds a value, not an error");
    return std::get<1>(m_state);
  }

 private:
  void check() const {
    if (!ok()) throw std::logic_error("Result holds an error: " + std::get<1>(m_state).message);
  }
  std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : m_error(std::move(error)) {}  // NOLINT(google-explicit-constructor)
  Result(Code code, std::string message) : m_error(Error{code, {}, std::move(message)}) {}

  explicit operator bool() const { return !m_error; }
  bool ok() const { return !m_error; }
  const Error& error() const { return m_error.value(); }

 private:
  std::optional<Error> m_error;
};

}  // namespace foyer
