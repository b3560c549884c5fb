// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <random>
#include <vector>

#include "model/order_key.hpp"

using foyer::model::orderBetween;

class OrderKeyTest : public QObject {
  Q_OBJECT

 private slots:
  void liesBetween_data() {
    QTest::addColumn<QString>("low");
    QTest::addColumn<QString>("high");
    for (const auto& [low, high] : {std::pair{"", ""},
                                    {"V", ""},
                                    {"", "V"},
                                    {"V", "W"},
                                    {"V", "V1"},
                                    {"", "01"},
                                    {"z", ""},
                                    {"zz", ""},
                                    {"A", "B"},
                                    {"Az", "B"}})
      QTest::newRow(low + QByteArray("|") + high) << low << high;
  }
  void liesBetween() {
    QFETCH(QString, low);
    QFETCH(QString, high);
    const std::string key = orderBetween(low.toStdString(), high.toStdString());
    QVERIFY(key > low.toStdString());
    if (!high.isEmpty()) QVERIFY(key < high.toStdString());
    QVERIFY(key.back() != '0');
  }
  void aForeignKeyWithoutRoomDoesNotHang() { QVERIFY(orderBetween("V", "V0") > "V"); }
  void wrongOrderStillSortsAfterTheLower() { QVERIFY(orderBetween("m", "c") > "m"); }

  void manyMovesKeepTheOrderAndStayShort() {
    const unsigned seed = qEnvironmentVariableIntValue("FOYER_SEED");
    std::mt19937 random(seed);
    std::vector<std::string> keys;
    for (int i = 0; i < 2000; ++i) {
      const std::size_t at = random() % (keys.size() + 1);
      const std::string key = orderBetween(at > 0 ? keys[at - 1] : "", at < keys.size() ? keys[at] : "");
      keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(at), key);
    }
    QVERIFY2(std::adjacent_find(keys.begin(), keys.end(), std::greater_equal<>()) == keys.end(),
             qPrintable(QStringLiteral("seed %1").arg(seed)));
    const auto longest =
        std::max_element(keys.begin(), keys.end(), [](auto& a, auto& b) { return a.size() < b.size(); });
    QVERIFY(longest->size() <= 20);
  }
};

QTEST_APPLESS_MAIN(OrderKeyTest)
#include "order_key_test.moc"
