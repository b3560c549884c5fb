// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "fuzz.hpp"
#include "random_record.hpp"

namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t limit) {
  return limit == 0 ? 0 : static_cast<std::size_t>(random() % limit);
}

/// Bytes that matter to parsers.
const std::vector<std::string>& tokens() {
  static const std::vector<std::string> kTokens{"{",
                                                "}",
                                                "[",
                                                "]",
                                                "\"",
                                                ":",
                                                ",",
                                                "null",
                                                "true",
                                                "-0",
                                                "1e400",
                                                "1.5",
                                                "\\",
                                                "\\u0000",
                                                "\\ud800",
                                                "\xff",
                                                "\xc0\x80",
                                                "\n",
                                                "9007199254740993",
                                                "18446744073709551616",
                                                "[[[[[[[[",
                                                "{\"a\":",
                                                std::string(1, '\0'),
                                                "\"id\":",
                                                "\"seq\":0,",
                                                " ",
                                                "\xed\xa0\x80"};
  return kTokens;
}

std::string mutate(Random& random, std::string text, const std::vector<std::string>& corpus) {
  for (std::size_t steps = below(random, 6); steps > 0; --steps) {
    const std::size_t at = below(random, text.size() + 1);
    const std::size_t most = text.size() - at;
    switch (below(random, 7)) {
      case 0:
        if (most > 0) text[at] = static_cast<char>(random());
        break;
      case 1:
        if (most > 0) text[at] = static_cast<char>(text[at] ^ (1 << below(random, 8)));
        break;
      case 2:
        text.erase(at, below(random, most + 1) % 20);
        break;
      case 3:
        text.insert(at, tokens()[below(random, tokens().size())]);
        break;
      case 4:
        text.insert(at, text.substr(below(random, text.size()), below(random, 40)));
        break;
      case 5: {
        const std::string& other = corpus[below(random, corpus.size())];
        text.replace(at, std::string::npos, other.substr(below(random, other.size())));
        break;
      }
      default:
        text.resize(at);
    }
  }
  return text;
}

void run(const std::string& input) {
  // A copy of exactly this size, so that a sanitizer sees one byte too many.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  if (std::getenv("FOYER_FUZZ_SHOW") != nullptr) std::fprintf(stderr, "%s\n", foyer::toHex(bytes).c_str());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

/// Every file below a folder, in the order of their names; none when there is no such folder.
std::vector<std::string> contentsOf(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(folder))
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> out;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return out;
}

int writeCorpus(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  int number = 0;
  for (const std::string& input : foyer::fuzz::corpus()) {
    std::ofstream out(folder / ("start-" + std::to_string(++number)), std::ios::binary);
    out.write(input.data(), static_cast<std::streamsize>(input.size()));
    if (!out.flush()) {
      std::fprintf(stderr, "can't write into %s\n", folder.c_str());
      return 1;
    }
  }
  return 0;
}

}  // namespace

/// smoke [runs] [folder]: runs the corpus, every file of the folder, then seeded random changes of both.
/// smoke --write folder: writes the corpus there, a file each, for libFuzzer to start from.
int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--write") return writeCorpus(argv[2]);
  const std::size_t runs = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 20'000;
  const std::uint64_t seed = foyer::test::seedOfRun();
  std::vector<std::string> corpus = foyer::fuzz::corpus();
  const std::vector<std::string> found = argc > 2 ? contentsOf(argv[2]) : std::vector<std::string>{};
  std::fprintf(stderr, "FOYER_SEED=%llu, %zu runs, %zu found before\n", static_cast<unsigned long long>(seed),
               runs, found.size());
  corpus.insert(corpus.end(), found.begin(), found.end());
  for (const std::string& input : corpus) run(input);
  Random random(seed);
  for (std::size_t i = 0; i < runs; ++i) run(mutate(random, corpus[below(random, corpus.size())], corpus));
  return 0;
}
