// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

/// A fuzz target is one file with the two functions below. Built with clang it is a libFuzzer program; built
/// with any compiler, smoke_main.cpp runs the same function over seeded random changes of the corpus, as a
/// test.
namespace foyer::fuzz {

/// Well-formed inputs to start from.
std::vector<std::string> corpus();

/// Ends the program: the property does not hold.
[[noreturn]] inline void broken(const char* what) {
  std::fprintf(stderr, "property broken: %s\n", what);
  std::abort();
}
inline void require(bool holds, const char* what) {
  if (!holds) broken(what);
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace foyer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
