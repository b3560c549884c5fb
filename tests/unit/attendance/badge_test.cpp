// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "attendance/base45.hpp"
#include "attendance/codes.hpp"
#include "world.hpp"

using namespace world;
using Status = BadgeReading::Status;

namespace {

const crypto::PublicKey* keySeven(std::uint32_t keyId) { return keyId == 7 ? &keyPair().publicKey : nullptr; }

std::string reencoded(const Bytes& raw) { return std::string(kBadgePrefix) + toBase45(raw); }

Bytes rawOf(const std::string& text) { return fromBase45(std::string_view(text).substr(4)).value(); }

}  // namespace

class BadgeTest : public QObject {
  Q_OBJECT

 private slots:
  void base45MatchesRfc9285() {
    QCOMPARE(toBase45(asBytes("AB")), std::string("BB8"));
    QCOMPARE(toBase45(asBytes("Hello!!")), std::string("%69 VD92EX0"));
    QCOMPARE(toBase45(asBytes("base-45")), std::string("UJCLQE7W581"));
    QVERIFY(fromBase45("QED8WEX0").value() == Bytes(asBytes("ietf!").data(), 5));
    QVERIFY(fromBase45("").value().empty());
    for (const char* bad : {"A", "GGW", ":::", "ab8", "BB8 A", "::", "BB8\n", "B\x80"})
      QVERIFY2(!fromBase45(bad), bad);
  }

  void base45HasOneSpellingPerValue() {
    for (unsigned n = 0; n < 45 * 45 * 45; ++n) {
      static constexpr std::string_view kAll = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
      const std::string text{kAll[n % 45], kAll[n / 45 % 45], kAll[n / 2025]};
      const auto raw = fromBase45(text);
      QCOMPARE(raw.has_value(), n <= 0xFFFF);
      if (raw) QCOMPARE(toBase45(*raw), text);
    }
  }

  void publishedVector() {
    // The vector of BADGE.md: seed 32 times 0x01, key id 7.
    Badge b = badgeFor(1);
    b.validFromMin = 29'680'000;
    b.validToMin = 29'690'000;
    const std::string text = issueBadge(b, keyPair().secretKey);
    QCOMPARE(text.size(), std::size_t{172});
    const Bytes raw = rawOf(text);
    QCOMPARE(toHex(std::span(raw).first(48)), std::string("01010001"
                                                          "00000007"
                                                          "a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0"
                                                          "01010101010101010101010101010101"
                                                          "01c4e180"
                                                          "01c50890"));
    QCOMPARE(text,
             std::string(
                 "FY1:W50100000700ZDKZDKZDKZDKZDKZDKZDKZDKW50W50W50W50W50W50W50W502A0%MS3A0W31C60W96$LHB"
                 "-U11N4*B5M4LLO 0GVRNKIA6D6/*RSE95GLU:5:D2K45HCDO7HFRQY.1O0EMCG+.USVIDMHO.HY1S5.3AOER3I"));
    const BadgeReading back = readBadge(text, keySeven);
    QVERIFY(back.status == Status::ok);
    QVERIFY(back.badge == b);
  }

  void everyChangedBitIsRefused() {
    const Bytes raw = rawOf(badgeText(1));
    for (std::size_t bit = 0; bit < raw.size() * 8; ++bit) {
      Bytes bad = raw;
      bad[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
      QVERIFY(readBadge(reencoded(bad), keySeven).status != Status::ok);
    }
  }

  void everyOtherSpellingIsRefused() {
    const std::string good = badgeText(1);
    QVERIFY(readBadge(good, keySeven).status == Status::ok);
    std::string lower = good;
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const std::string& bad :
         {lower, " " + good, good + " ", good + "\n", good + "000", good.substr(0, 171), good.substr(0, 169),
          "FY1:" + good, std::string("FY1:"), good.substr(4)}) {
      QVERIFY(readBadge(bad, keySeven).status != Status::ok);
    }
    QVERIFY(readBadge("FY1:" + toBase45(Bytes(112, 1)), keySeven).status == Status::unknownKey);
  }

  void statusesAreTold() {
    QVERIFY(readBadge("https://example.org", keySeven).status == Status::foreign);
    QVERIFY(readBadge("", keySeven).status == Status::foreign);
    QVERIFY(readBadge("FY1:not base45", keySeven).status == Status::unreadable);
    QVERIFY(readBadge("FY2:ANYTHING", keySeven).status == Status::newer);
    Badge b = badgeFor(1);
    b.keyId = 8;
    QVERIFY(readBadge(issueBadge(b, keyPair().secretKey), keySeven).status == Status::unknownKey);
    QVERIFY(readBadge(issueBadge(badgeFor(1), keyPair(2).secretKey), keySeven).status == Status::altered);
    b = badgeFor(1);
    b.kind = static_cast<Badge::Kind>(9);
    QVERIFY(readBadge(issueBadge(b, keyPair().secretKey), keySeven).status == Status::newer);
  }

  void randomMutationsAreNeverAccepted() {
    const std::uint64_t start = seed();
    qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(start));
    std::mt19937_64 random(start);
    const std::string good = badgeText(1);
    static constexpr std::string_view kAll = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:abc\n";
    for (int i = 0; i < 5'000; ++i) {
      std::string bad = good;
      for (std::size_t n = 1 + random() % 3; n > 0; --n) {
        const std::size_t at = random() % bad.size();
        switch (random() % 3) {
          case 0:
            bad[at] = kAll[random() % kAll.size()];
            break;
          case 1:
            bad.erase(at, 1);
            break;
          default:
            bad.insert(at, 1, kAll[random() % kAll.size()]);
        }
      }
      if (bad != good) QVERIFY2(readBadge(bad, keySeven).status != Status::ok, bad.c_str());
    }
  }

  void printedCodesFollowTheirGrammar() {
    QVERIFY(codeKind("MAM0001RAB") == CodeKind::talent);
    QVERIFY(codeKind("MACAS00012F") == CodeKind::cinema);
    QVERIFY(codeKind("MAABC001042") == CodeKind::project);
    QVERIFY(codeKind("MACAS0001F") == CodeKind::oldCinema);
    QVERIFY(codeKind("MACAS0000012F") == CodeKind::oldCinema);
    for (const char* bad :
         {"", "MAX0001RAB", "MACAS000012F", "MACAS00012X", "macas00012F", "MACAS00012F ", "MÀCAS0001F"}) {
      QVERIFY2(!codeKind(bad), bad);
    }
    QCOMPARE(normaliseCode(" macas-00012 f\n"), std::string("MACAS00012F"));
  }

  void aProfileNamesItselfInOneWay() {
    const std::string text = profileText(id(1), id(2));
    QCOMPARE(text.size(), std::size_t{52});
    QVERIFY((readProfileText(text) == ProfileText{id(1), id(2)}));
    QVERIFY(readBadge(text, [](std::uint32_t) { return nullptr; }).status == BadgeReading::Status::foreign);
    for (const std::string& wrong : {std::string(), std::string("FP1:"), text.substr(0, 51), text + "0",
                                     "FP2:" + text.substr(4), " " + text}) {
      QVERIFY2(!readProfileText(wrong), wrong.c_str());
    }
  }
  void provisionalCodesCatchTypingErrors() {
    const std::string code = provisionalCode(id(5));
    QVERIFY(isProvisionalCode(code));
    QVERIFY(!codeKind(normaliseCode(code)));
    QVERIFY(provisionalCode(id(6)) != code);
    for (std::size_t i = 2; i < 9; ++i) {
      for (const char c : std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXY")) {
        std::string bad = code;
        bad[i] = c;
        QCOMPARE(isProvisionalCode(bad), bad == code);
      }
      if (i == 8) break;
      std::string swapped = code;
      std::swap(swapped[i], swapped[i + 1]);
      QCOMPARE(isProvisionalCode(swapped), swapped == code);
    }
  }
};

QTEST_APPLESS_MAIN(BadgeTest)
#include "badge_test.moc"
