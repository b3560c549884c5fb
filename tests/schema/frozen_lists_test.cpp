// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>

#include "level1/list.hpp"
#include "schema/collections.hpp"

using namespace foyer::schema;

namespace {

/// Everything of a field that a program relies on which was built with it.
bool sameField(const Field& was, const Field& is) {
  return was.id == is.id && was.name == is.name && was.type == is.type && was.merge == is.merge &&
         was.required == is.required && was.min == is.min && was.max == is.max &&
         was.maxItems == is.maxItems && std::ranges::equal(was.values, is.values) &&
         was.target == is.target && was.pattern == is.pattern && was.sensitivity == is.sensitivity &&
         was.writer == is.writer && was.since == is.since;
}

bool sameCollection(const Collection& was, const Collection& is) {
  return was.id == is.id && was.name == is.name && was.scopes == is.scopes && was.facts == is.facts &&
         was.head == is.head && was.creator == is.creator && was.parent == is.parent &&
         std::ranges::equal(was.key, is.key) && was.since == is.since;
}

QByteArray nameOf(const Collection& collection, const Field* field = nullptr) {
  QByteArray out(collection.name.data(), static_cast<qsizetype>(collection.name.size()));
  if (field != nullptr)
    out += '.' + QByteArray(field->name.data(), static_cast<qsizetype>(field->name.size()));
  return out;
}

}  // namespace

/// Law 13: what programs in use were built with stays as it is; the list only grows.
class FrozenListsTest : public QObject {
  Q_OBJECT

 private slots:
  void law13_whatLevel1HasNeverChanges();
  void law13_whatCameLaterSaysSo();
};

void FrozenListsTest::law13_whatLevel1HasNeverChanges() {
  QVERIFY(level1::kAll.size() > 40);
  for (const Collection& was : level1::kAll) {
    const Collection* is = findCollection(was.id);
    QVERIFY2(is != nullptr && sameCollection(was, *is), nameOf(was));
    std::size_t at = 0;
    for (const Field& field : was.fields) {
      const Field* now = is->findId(field.id);
      QVERIFY2(now != nullptr && sameField(field, *now), nameOf(was, &field));
      const auto place = static_cast<std::size_t>(now - is->fields.data());
      QVERIFY2(place >= at, nameOf(was, &field));  // the order on the wire
      at = place + 1;
    }
  }
}

void FrozenListsTest::law13_whatCameLaterSaysSo() {
  std::size_t old = 0;
  for (const Collection& is : collections()) {
    if (is.since > 1) continue;
    ++old;
    const auto was = std::ranges::find(level1::kAll, is.id, &Collection::id);
    QVERIFY2(was != level1::kAll.end(), nameOf(is));
    for (const Field& field : is.fields)
      QVERIFY2((field.since == 1) == (was->findId(field.id) != nullptr), nameOf(is, &field));
  }
  QCOMPARE(old, level1::kAll.size());
}

QTEST_GUILESS_MAIN(FrozenListsTest)
#include "frozen_lists_test.moc"
