// SPDX-License-Identifier: GPL-3.0-or-later
#include <zstd.h>

#include <QtTest>

#include "protocol/codec.hpp"
#include "random_messages.hpp"
#include "schema/collections.hpp"

using namespace foyer;
using namespace foyer::protocol;
using test::RandomMessages;

namespace {

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 1));
  return out;
}

bool samePatch(const model::FieldPatch& a, const model::FieldPatch& b) {
  return a.field == b.field && a.value == b.value && a.was == b.was && a.added == b.added &&
         a.removed == b.removed;
}

/// Order of patches carries no meaning.
bool sameMutation(const model::Mutation& a, const model::Mutation& b) {
  const bool heads = a.seq == b.seq && a.op == b.op && a.collection == b.collection && a.id == b.id &&
                     a.base == b.base && a.stamp == b.stamp && a.patches.size() == b.patches.size();
  return heads && std::ranges::all_of(a.patches, [&](const model::FieldPatch& patch) {
           return std::ranges::any_of(b.patches, [&](const auto& other) { return samePatch(patch, other); });
         });
}

bool sameRow(const model::Record& a, const model::Record& b) {
  return a.collection == b.collection && a.scope == b.scope && a.id == b.id && a.version == b.version &&
         a.state == b.state && a.createdMs == b.createdMs && a.updatedMs == b.updatedMs &&
         a.fields == b.fields;
}

struct Collector : PageSink {
  Result<void> header(const PageHeader& header) override {
    ++headers;
    scope = header.scope;
    return {};
  }
  Result<void> row(const model::Record& row) override {
    rows.push_back(row);
    if (rows.size() == stopAfter) return Error{Code::damaged, "disk", "full"};
    return {};
  }
  int headers = 0;
  Uuid scope;
  std::vector<model::Record> rows;
  std::size_t stopAfter = 0;
};

}  // namespace

class ProtocolRoundtripTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    m_seed = test::seedOfRun();
    qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(m_seed));
  }

  void clientMessages() {
    RandomMessages random(m_seed);
    for (int i = 0; i < 1000; ++i) {
      const ClientMessage message = random.client();
      const Frame frame = encode(message);
      const auto back = decodeClient(frame.bytes, frame.binary);
      QVERIFY2(back.ok(), back.ok() ? "" : (back.error().field + ": " + back.error().message).c_str());
      QCOMPARE(back->index(), message.index());
      QCOMPARE(encode(*back).bytes, frame.bytes);
      if (frame.binary) continue;
      const auto packed = decodeClient(zstd(frame.bytes), true);
      QVERIFY(packed.ok() && encode(*packed).bytes == frame.bytes);
    }
  }

  void serverMessages() {
    RandomMessages random(m_seed + 1);
    for (int i = 0; i < 1000; ++i) {
      const ServerMessage message = random.server();
      const Frame frame = encode(message);
      const auto back = decodeServer(frame.bytes, frame.binary);
      QVERIFY2(back.ok(), back.ok() ? "" : (back.error().field + ": " + back.error().message).c_str());
      QCOMPARE(back->index(), message.index());
      QCOMPARE(encode(*back).bytes, frame.bytes);
      if (const auto* welcome = std::get_if<Welcome>(&message)) {
        const auto& read = std::get<Welcome>(*back).scopes;
        QVERIFY(std::ranges::equal(welcome->scopes, read, [](const ScopeOffer& a, const ScopeOffer& b) {
          return a.scope == b.scope && a.known == b.known && a.rows == b.rows;
        }));
      }
      const auto* page = std::get_if<Page>(&message);
      if (page == nullptr) continue;
      const Page& read = std::get<Page>(*back);
      QVERIFY(std::ranges::equal(page->rows, read.rows, sameRow));
      Collector sink;
      const auto streamed = decodeServer(frame.bytes, frame.binary, &sink);
      QVERIFY(streamed.ok() && std::get<Page>(*streamed).rows.empty());
      QVERIFY(sink.headers == 1 && sink.scope == page->header.scope);
      QVERIFY(std::ranges::equal(page->rows, sink.rows, sameRow));
    }
  }

  void everyCollectionKeepsItsRows() {
    RandomMessages random(m_seed + 2);
    for (const schema::Collection& collection : schema::collections()) {
      const Page page = random.page(collection, 20);
      const Frame frame = encode(ServerMessage(page));
      const auto back = decodeServer(frame.bytes, frame.binary);
      QVERIFY2(back.ok(), back.ok() ? "" : (back.error().field + ": " + back.error().message).c_str());
      const auto& rows = std::get<Page>(*back).rows;
      QVERIFY(std::ranges::equal(page.rows, rows, sameRow));
      for (std::size_t i = 0; i < rows.size(); ++i) {
        QVERIFY(model::rowHash(rows[i]) == model::rowHash(page.rows[i]));
        QCOMPARE(exportLine(rows[i]), exportLine(page.rows[i]));
      }
    }
  }

  void mutations() {
    RandomMessages random(m_seed + 3);
    for (std::uint64_t i = 1; i <= 2000; ++i) {
      const model::Mutation m = random.mutation(i);
      const std::string json = encodeMutation(m);
      const auto back = decodeMutation(json);
      QVERIFY2(back.ok(), back.ok() ? "" : (back.error().message + json).c_str());
      QVERIFY2(sameMutation(*back, m), json.c_str());
      QVERIFY(back->device.isNil() && back->scope.isNil());
      QCOMPARE(encodeMutation(*back), json);
      model::Mutation turned = m;
      std::ranges::reverse(turned.patches);
      QCOMPARE(encodeMutation(turned), json);
    }
  }

  void values() {
    RandomMessages random(m_seed + 4);
    for (const schema::Collection& collection : schema::collections()) {
      for (const schema::Field& field : collection.fields) {
        for (int i = 0; i < 10; ++i) {
          const model::Value value = i == 0 ? model::Value{} : random.records().value(field);
          std::string json;
          appendValue(json, field, value);
          const auto back = parseValue(field, json);
          QVERIFY2(back.ok() && *back == value, json.c_str());
        }
      }
    }
  }

  void aSinkCanStop() {
    RandomMessages random(m_seed + 5);
    const Frame frame = encode(ServerMessage(random.page(schema::collection("photos"), 10)));
    Collector sink;
    sink.stopAfter = 3;
    const auto stopped = decodeServer(frame.bytes, frame.binary, &sink);
    QVERIFY(!stopped.ok() && stopped.error().code == Code::damaged && stopped.error().field == "disk");
    QCOMPARE(sink.rows.size(), 3U);
  }

  void badItemsTravelAsTheyCame() {
    Push push;
    push.scope = *Uuid::parse("0190163d-8694-739b-aea5-966c26f8ad91");
    push.mutations.emplace_back(BadMutation{7, {}, R"({"seq":7,"op":"dance"})"});
    const Frame frame = encode(ClientMessage(push));
    const auto back = decodeClient(frame.bytes, frame.binary);
    const auto& bad = std::get<BadMutation>(std::get<Push>(*back).mutations.at(0));
    QCOMPARE(bad.bytes, std::string(R"({"seq":7,"op":"dance"})"));
    QCOMPARE(bad.seq, 7U);
  }

 private:
  std::uint64_t m_seed = 0;
};

QTEST_GUILESS_MAIN(ProtocolRoundtripTest)
#include "roundtrip_test.moc"
