// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <set>

#include "base/clock.hpp"
#include "base/hlc.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "base/uuid.hpp"

using namespace foyer;

class BaseTest : public QObject {
  Q_OBJECT

 private slots:
  void everyCodeHasOneUniqueName() {
    std::set<std::string_view> names;
    for (const CodeInfo& entry : allCodes()) {
      QVERIFY(names.insert(entry.name).second);
      QVERIFY(codeFromName(entry.name) == entry.code);
      QVERIFY(entry.httpStatus >= 400 && entry.httpStatus < 600);
    }
    QVERIFY(!codeFromName("no_such_code"));
    QVERIFY(info(Code::internal).transient);  // the last one of the enumeration has an entry
    QCOMPARE(names.size(), static_cast<std::size_t>(Code::internal) + 1);
  }

  void resultRefusesTheWrongSide() {
    const Result<int> good = 7;
    const Result<int> bad(Code::gone, "used up");
    QVERIFY(good.ok() && *good == 7);
    QVERIFY(!bad.ok() && bad.error().message == "used up");
    QVERIFY_EXCEPTION_THROWN(bad.value(), std::logic_error);
    QVERIFY_EXCEPTION_THROWN(good.error(), std::logic_error);
  }

  void uuidHasOneSpelling() {
    const std::string text = "0190163d-8694-739b-aea5-966c26f8ad91";
    const auto id = Uuid::parse(text);
    QVERIFY(id && id->str() == text);
    for (const char* bad : {"", "0190163D-8694-739b-aea5-966c26f8ad91",
                            "{190163d-8694-739b-aea5-966c26f8ad9}", "0190163d86940739b-aea5-966c26f8ad91",
                            "0190163d-8694-739b-aea5-966c26f8ad9", "0190163d-8694-739b-aea5-966c26f8ad91 "})
      QVERIFY2(!Uuid::parse(bad), bad);
  }

  void uuid7SortsByTime() {
    const Uuid early = Uuid::v7(1'750'000'000'000);
    const Uuid late = Uuid::v7(1'750'000'000'001);
    QVERIFY(early < late);
    QCOMPARE(early.bytes[6] >> 4, 7);
    QCOMPARE(early.bytes[8] >> 6, 2);
    QVERIFY(Uuid::v7(0) != Uuid::v7(0));
  }

  void uuid8KeepsTheHash() {
    std::array<std::uint8_t, 16> hash{};
    hash.fill(0xFF);
    const Uuid id = Uuid::v8(hash);
    QCOMPARE(id.str(), std::string("ffffffff-ffff-8fff-bfff-ffffffffffff"));
  }

  void hybridTimeNeverGoesBack() {
    HlcClock clock;
    Hlc last = clock.tick(1000);
    QCOMPARE(last.ms(), std::int64_t{1000});
    for (std::int64_t wall : {1000, 999, 0, -5, 1000}) {
      const Hlc now = clock.tick(wall);
      QVERIFY(now > last);
      last = now;
    }
    clock.observe(Hlc::fromMs(5000));
    QVERIFY(clock.tick(10) > Hlc::fromMs(5000));
  }

  void hybridTimeCounterOverflowsIntoTheMilliseconds() {
    HlcClock clock(Hlc{(std::uint64_t{7} << 16) | 0xFFFF});
    const Hlc next = clock.tick(0);
    QCOMPARE(next.ms(), std::int64_t{8});
    QCOMPARE(next.value & 0xFFFF, std::uint64_t{0});
  }

  void hybridTimeShiftKeepsTheCounterAndStopsAtZero() {
    const Hlc at{(std::uint64_t{100} << 16) | 3};
    QCOMPARE(at.shifted(-40).ms(), std::int64_t{60});
    QCOMPARE(at.shifted(-40).value & 0xFFFF, std::uint64_t{3});
    QCOMPARE(at.shifted(-400).ms(), std::int64_t{0});
  }

  void hybridTimeTravelsAsText() {
    const Hlc at{0x0123456789abcdefULL};
    QCOMPARE(at.str(), std::string("0123456789abcdef"));
    QVERIFY(Hlc::parse(at.str()) == at);
    for (const char* bad :
         {"", "0123456789ABCDEF", "0123456789abcde", "0123456789abcdefg", "g123456789abcdef"})
      QVERIFY2(!Hlc::parse(bad), bad);
  }

  void utf8IsStrict() {
    QVERIFY(isUtf8("Sète, 東京, 🎬"));
    QCOMPARE(codePoints("Sète🎬"), std::size_t{5});
    for (std::string_view bad : {std::string_view("\xC0\xAF"), std::string_view("\xED\xA0\x80"),
                                 std::string_view("\xF4\x90\x80\x80"), std::string_view("\xE2\x82"),
                                 std::string_view("\x80"), std::string_view("\xFF")})
      QVERIFY(!isUtf8(bad));
  }

  void base64HasOneSpelling() {
    const std::string_view cases[][2] = {
        {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foobar", "Zm9vYmFy"}};
    for (const auto& [raw, text] : cases) {  // RFC 4648, section 10
      QCOMPARE(toBase64(asBytes(raw)), std::string(text));
      QVERIFY(asText(*fromBase64(text)) == raw);
      QVERIFY(asText(*fromBase64Url(toBase64Url(asBytes(raw)))) == raw);
    }
    for (const char* bad : {"Zg", "Zg=", "Zh==", "Zg==\n", "Z===", "Zm9-", "===="})
      QVERIFY2(!fromBase64(bad), bad);
    for (const char* bad : {"Zg==", "Zh", "Z", "Zm9+"}) QVERIFY2(!fromBase64Url(bad), bad);
  }

  void hexIsLowerCase() {
    QCOMPARE(toHex(asBytes("\x01\xfe")), std::string("01fe"));
    QVERIFY(fromHex("01fe") && !fromHex("01FE") && !fromHex("01f"));
  }

  void manualClockMovesOnlyWhenTold() {
    ManualClock clock(50);
    clock.advance(5);
    clock.jumpWall(-100);
    QCOMPARE(clock.wallMs(), std::int64_t{-45});
    QCOMPARE(clock.steadyMs(), std::int64_t{5});
  }
};

QTEST_APPLESS_MAIN(BaseTest)
#include "base_test.moc"
