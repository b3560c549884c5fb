// SPDX-License-Identifier: GPL-3.0-or-later
// PROTOCOL.md is the spec: its examples are what our code writes, its figures are what our code computes.
#include <zstd.h>

#include <QtTest>
#include <fstream>
#include <set>
#include <sstream>

#include "base/error.hpp"
#include "crypto/derived_id.hpp"
#include "model/digest.hpp"
#include "protocol/codec.hpp"
#include "protocol/limits.hpp"
#include "schema/collections.hpp"

using namespace foyer;
using namespace foyer::protocol;

namespace {

struct Example {
  std::string kind;
  std::string text;
};

std::string readSpec() {
  std::ifstream file(FOYER_PROTOCOL_MD);
  std::stringstream out;
  out << file.rdbuf();
  return out.str();
}

/// Fenced blocks by what follows the language: "```json client" is kind "client".
std::vector<Example> examples() {
  std::vector<Example> out;
  std::istringstream lines(readSpec());
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      const auto space = line.find(' ');
      if (!inside) out.push_back({space == std::string::npos ? "" : line.substr(space + 1), ""});
      inside = !inside;
    } else if (inside) {
      out.back().text += line + "\n";
    }
  }
  return out;
}

/// Without the white space between tokens; a page's lines keep their ends.
std::string compact(const std::string& text, bool lines) {
  std::string out;
  bool quoted = false;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      out += c;
      if (c == '\\')
        out += text[++i];
      else if (c == '"')
        quoted = false;
      continue;
    }
    if (c == ' ' || (c == '\n' && (!lines || depth > 0))) continue;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    quoted = c == '"';
    out += c;
  }
  return out;
}

std::string why(const Error& error) { return error.field + ": " + error.message; }

std::string unpacked(const Frame& frame) {
  if (!frame.binary) return frame.bytes;
  std::string out(ZSTD_getFrameContentSize(frame.bytes.data(), frame.bytes.size()), '\0');
  out.resize(ZSTD_decompress(out.data(), out.size(), frame.bytes.data(), frame.bytes.size()));
  return out;
}

/// What our code makes of an example: read and written again.
Result<std::string> rewrite(const Example& example) {
  const std::string text = compact(example.text, example.kind == "page");
  if (example.kind == "client") {
    const auto read = decodeClient(text, false);
    if (!read) return read.error();
    return unpacked(encode(*read));
  }
  if (example.kind == "server" || example.kind == "page") {
    const auto read = decodeServer(text, false);
    if (!read) return read.error();
    return unpacked(encode(*read));
  }
  const auto read = decodeMutation(text);
  if (!read) return read.error();
  return encodeMutation(*read);
}

Page examplePage() {
  for (const Example& example : examples()) {
    if (example.kind != "page") continue;
    const auto read = decodeServer(compact(example.text, true), false);
    if (read) return std::get<Page>(*read);
  }
  return {};
}

std::vector<std::string> linesOf(const std::string& kind) {
  std::vector<std::string> out;
  for (const Example& example : examples()) {
    if (example.kind != kind) continue;
    std::istringstream lines(example.text);
    for (std::string line; std::getline(lines, line);) out.push_back(line);
  }
  return out;
}

}  // namespace

class ProtocolSpecTest : public QObject {
  Q_OBJECT

 private slots:
  void examplesAreWhatOurCodeWrites_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("text");
    int n = 0;
    for (const Example& example : examples()) {
      static const std::set<std::string> kRead{"client", "server", "page", "mutation"};
      if (!kRead.contains(example.kind)) continue;
      const std::string name = std::to_string(++n) + " " + example.kind;
      QTest::newRow(name.c_str()) << QByteArray::fromStdString(example.kind)
                                  << QByteArray::fromStdString(example.text);
    }
    QVERIFY(n >= 14);
  }
  void examplesAreWhatOurCodeWrites() {
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, text);
    const Example example{kind.toStdString(), text.toStdString()};
    const auto again = rewrite(example);
    QVERIFY2(again.ok(), again.ok() ? "" : why(again.error()).c_str());
    QCOMPARE(*again, compact(example.text, example.kind == "page"));
  }

  void everyMessageHasAnExample() {
    std::set<std::string> seen;
    for (const Example& example : examples()) {
      const auto at = example.text.find("{\"t\":\"");
      if (at == 0) seen.insert(example.text.substr(6, example.text.find('"', 6) - 6));
    }
    for (const char* type :
         {"hello", "push", "pull", "unfollow", "ping", "welcome", "pushed", "page", "stale", "scopes", "pong",
          "bye", "problem", "tree", "leaves", "fetch", "sums", "marks"})
      QVERIFY2(seen.contains(type), type);
  }

  void thePageAddsUpToItsDigest() {
    const Page page = examplePage();
    const auto bytes = linesOf("row-bytes");
    const auto hashes = linesOf("row-hashes");
    QCOMPARE(page.rows.size(), 2U);
    QCOMPARE(bytes.size(), 2U);
    QCOMPARE(hashes.size(), 2U);
    model::Digest sum;
    for (std::size_t i = 0; i < 2; ++i) {
      std::string canonical;
      model::canonicalBytes(page.rows[i], canonical);
      QCOMPARE(toHex(asBytes(canonical)), bytes[i]);
      QCOMPARE(model::rowHash(page.rows[i]).hex(), hashes[i]);
      sum += model::rowHash(page.rows[i]);
    }
    QVERIFY(page.header.digest == sum);
    QVERIFY(readSpec().find("page's digest, `" + sum.hex()) != std::string::npos);
  }

  void theMarksLieWhereTheExampleSays() {
    for (const Example& example : examples()) {
      if (example.kind != "server" || !example.text.starts_with(R"({"t":"marks")")) continue;
      const auto read = decodeServer(compact(example.text, false), false);
      QVERIFY(read.ok());
      const auto& marks = std::get<Marks>(*read);
      QCOMPARE(marks.marks.size(), 2U);
      for (std::size_t i = 0; i < 2; ++i) {
        const model::Place place = model::placeOf(marks.marks[i].id);
        QCOMPARE(toHex(asBytes(asText(place).substr(0, 1))), toHex(asBytes(marks.prefixes[i])));
        QVERIFY(marks.marks[i].hash == model::rowHash(examplePage().rows[i]));
      }
    }
  }

  void exportsAreWhatOurCodeWrites() {
    const Page page = examplePage();
    for (const Example& example : examples())
      if (example.kind == "export") QCOMPARE(exportLine(page.rows[1]), compact(example.text, false));
  }

  void derivedIdsFollowFromTheirKeys() {
    const Uuid scope = *Uuid::parse("0190163d-8694-739b-aea5-966c26f8ad91");
    QCOMPARE(crypto::derivedId(scope, "preferences", {"theme"}).str(),
             std::string("5f132fe8-0dce-87e4-8ed0-a1aaf6df2abd"));
    QCOMPARE(crypto::derivedId(scope, "watch_entries", {"", "0190163d-0000-7000-8000-000000000001"}).str(),
             std::string("0c7a23df-dfd1-8976-9e83-dd960edd7b74"));
  }

  void everyErrorCodeIsListed() {
    const std::string spec = readSpec();
    for (const CodeInfo& code : allCodes()) {
      const std::string row = "| `" + std::string(code.name) + "` | " + std::to_string(code.httpStatus) +
                              " | " + (code.transient ? "yes" : "no") + " |";
      QVERIFY2(spec.find(row) != std::string::npos, row.c_str());
    }
  }

  void limitsAreTheDeclaredOnes() {
    const std::string spec = readSpec();
    const auto says = [&](const std::string& text) { return spec.find(text) != std::string::npos; };
    QVERIFY(kMaxPushItems == 10'000 && says("never above 10,000"));
    QVERIFY(kMaxClientBytes == 16U << 20U && says("16 MiB inflated"));
    QVERIFY(kMaxInflatedBytes == 64U << 20U && says("| 64 MiB inflated |"));
    QVERIFY(kMaxHelloScopes == 10'000 && says("| scopes in hello | 10,000 |"));
    QVERIFY(kMaxChainMarks == 32 && says("| marks of a scope in hello | 32 |"));
    QVERIFY(kMaxPrefixes == 256 && says("| prefixes in `tree` and `leaves` | 256 |"));
    QVERIFY(kMaxMarks == 20'000 && says("| rows named in one `marks` | 20,000 |"));
    QVERIFY(kMaxRowNames == 1'000 && says("| rows asked for in one `fetch` | 1,000 |"));
    QVERIFY(kMaxDepth == 32 && says("| nesting | 32 levels |"));
    QVERIFY(says("±" + std::to_string(kMaxInteger)));
    QVERIFY(kVersion == 1 && schema::kSchemaLevel == 2 && says("level known, now 2"));
  }
};

QTEST_GUILESS_MAIN(ProtocolSpecTest)
#include "spec_test.moc"
