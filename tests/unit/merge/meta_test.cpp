// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <vector>

#include "property.hpp"
#include "sample.hpp"

using namespace foyer;
using namespace foyer::test;
using merge::Mark;
using merge::Meta;
using merge::NewestTwo;

namespace {

Mark drawMark() {
  return {1 + pick(1000), device(pick(4)), Hlc{static_cast<std::uint64_t>(pick(1 << 30)) << 20}};
}

NewestTwo drawTwo() {
  NewestTwo two;
  for (int i = pick(4); i > 0; --i) two.add(drawMark());
  return two;
}

Meta drawMeta() {
  Meta meta;
  for (int i = pick(6); i > 0; --i) {
    merge::FieldMeta field{static_cast<std::uint16_t>(1 + pick(60000)), drawMark(), {}};
    for (int k = pick(3); k > 0; --k) field.also.push_back(drawMark());
    meta.fields.push_back(field);
  }
  for (int i = pick(6); i > 0; --i)
    meta.elements.push_back({static_cast<std::uint16_t>(pick(300)), *rc::gen::arbitrary<std::string>(),
                             std::vector<Mark>(static_cast<std::size_t>(pick(3)), drawMark())});
  meta.edits = drawTwo();
  meta.deletes = drawTwo();
  return meta;
}

}  // namespace

class MergeMetaTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(seed())); }

  void twoMarksAreAsGoodAsAll() {
    QVERIFY(holds("NewestTwo answers like the whole list", 3000, [] {
      std::vector<Mark> all;
      NewestTwo two;
      for (std::int64_t version = 1; version <= 8; ++version) {
        if (pick(3) == 0) continue;
        all.push_back({version, device(1 + pick(3)), {}});
      }
      std::vector<Mark> shuffled = all;
      for (std::size_t i = shuffled.size(); i > 1; --i)
        std::swap(shuffled[i - 1], shuffled[static_cast<std::size_t>(pick(static_cast<int>(i)))]);
      for (const Mark& mark : shuffled) two.add(mark);
      for (std::int64_t base = 0; base <= 9; ++base) {
        for (int author = 1; author <= 4; ++author) {
          const bool known =
              std::ranges::all_of(all, [&](const Mark& m) { return m.knownTo(base, device(author)); });
          RC_ASSERT(two.knownTo(base, device(author)) == known);
          const Mark unknown = two.unknownTo(base, device(author));
          RC_ASSERT(known == (unknown.version == 0));
          RC_ASSERT(known || !unknown.knownTo(base, device(author)));
        }
      }
    }));
  }

  void codecKeepsEverything() {
    QVERIFY(holds("decode(encode(x)) == x", 1000, [] {
      const Meta meta = drawMeta();
      RC_ASSERT(merge::decodeMeta(merge::encodeMeta(meta)) == meta);
    }));
  }

  void damageIsNoticedOrHarmless() {
    QVERIFY(holds("cut and altered bytes throw or decode", 2000, [] {
      std::string bytes = merge::encodeMeta(drawMeta());
      const std::string whole = bytes;
      if (pick(2) == 0)
        bytes.resize(static_cast<std::size_t>(pick(static_cast<int>(bytes.size()))));
      else
        bytes[static_cast<std::size_t>(pick(static_cast<int>(bytes.size())))] = static_cast<char>(pick(256));
      try {
        (void)merge::decodeMeta(bytes);
        RC_ASSERT(bytes.size() == whole.size());
      } catch (const std::runtime_error&) {
      }
    }));
  }

  void aFreshRowTakesFewBytes() {
    Meta meta;
    for (std::uint16_t id = 1; id <= 20; ++id)
      meta.fields.push_back({id, {77, device(1), Hlc::fromMs(1'750'000'000'000)}, {}});
    meta.edits.add(meta.fields[0].top);
    QVERIFY2(merge::encodeMeta(meta).size() <= 80, std::to_string(merge::encodeMeta(meta).size()).c_str());
  }
};

QTEST_GUILESS_MAIN(MergeMetaTest)
#include "meta_test.moc"
