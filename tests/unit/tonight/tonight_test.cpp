// SPDX-License-Identifier: GPL-3.0-or-later
// The same winner on every tablet, whatever came when and how often (N12).
#include <QtTest>
#include <algorithm>
#include <random>

#include "crypto/init.hpp"
#include "tonight/packet.hpp"

using namespace foyer;
using namespace foyer::tonight;

namespace {

Uuid id(int n) {
  return Uuid::parse(QString("018f0000-0000-7000-8000-%1").arg(n, 12, 10, QChar('0')).toStdString()).value();
}

std::vector<Candidate> candidates(int count) {
  std::vector<Candidate> all;
  for (int i = 0; i < count; ++i) all.push_back({id(100 + i), 80 + i * 15, i % 4 == 3 ? -1 : i * 3});
  return all;
}

QStringList said(const std::vector<Standing>& standings) {
  QStringList out;
  for (const Standing& s : standings)
    out << QString("%1 %2/%3/%4 %5")
               .arg(QString::fromStdString(s.title.str()).right(3))
               .arg(s.yes)
               .arg(s.maybe)
               .arg(s.no)
               .arg(int(s.out));
  return out;
}

unsigned seed() {
  const QByteArray given = qgetenv("FOYER_SEED");
  const unsigned seed = given.isEmpty() ? std::random_device()() : given.toUInt();
  qInfo("FOYER_SEED=%u", seed);
  return seed;
}

}  // namespace

class TonightTest : public QObject {
  Q_OBJECT

 private:
  const Uuid m_family = id(1), m_list = id(2);
  const Uuid m_round = roundId(m_family, m_list, "2026-11-21");

 private slots:
  void fewestNoThenMostYesThenMostMaybe() {
    Ballots ballots;
    const auto vote = [&](int voter, int title, Mark mark) {
      ballots.cast(id(voter), id(100 + title), mark);
    };
    vote(11, 0, Mark::yes), vote(12, 0, Mark::yes), vote(13, 0, Mark::no);  // two yes, but a no
    vote(11, 1, Mark::yes), vote(12, 1, Mark::maybe), vote(13, 1, Mark::maybe);
    vote(11, 2, Mark::yes), vote(12, 2, Mark::maybe);
    const auto standings = tally(ballots, candidates(3), m_round);
    QCOMPARE(said(standings), (QStringList{"101 1/2/0 0", "102 1/1/0 0", "100 2/0/1 0"}));
    QCOMPARE(winner(standings)->title, id(101));
  }

  void nobodyWinsWhatNobodyWants() {
    Ballots ballots;
    QVERIFY(!winner(tally(ballots, candidates(3), m_round)));
    ballots.cast(id(11), id(100), Mark::no);
    QVERIFY(!winner(tally(ballots, candidates(1), m_round)));
    QVERIFY(!winner(tally(ballots, {}, m_round)));
  }

  void limitsCountBeforeVotes() {
    Ballots ballots;
    for (int title = 0; title < 6; ++title) ballots.cast(id(11), id(100 + title), Mark::maybe);
    ballots.cast(id(11), id(105), Mark::yes);  // 155 minutes, from 15 on
    ballots.limit(Limit::minutes, 120);
    QVERIFY(winner(tally(ballots, candidates(6), m_round))->title != id(105));
    ballots.limit(Limit::minutes, 0);
    QCOMPARE(winner(tally(ballots, candidates(6), m_round))->title, id(105));
    ballots.limit(Limit::age, 6);
    const auto all = candidates(6);
    for (const Standing& standing : tally(ballots, all, m_round)) {
      const auto it =
          std::find_if(all.begin(), all.end(), [&](const Candidate& c) { return c.title == standing.title; });
      QCOMPARE(standing.out == Out::tooOld, it->minimumAge < 0 || it->minimumAge > 6);
    }
  }

  void aLaterMindCountsAndEquallyLateTheCautiousOne() {
    Ballots here, there;
    here.cast(id(11), id(100), Mark::yes);
    there = here;
    here.cast(id(11), id(100), Mark::no);
    QVERIFY(there.join(here));
    QVERIFY(!there.join(here));
    QCOMPARE(*there.of(id(11), id(100)), Mark::no);
    there.cast(id(11), id(100), Mark::maybe);
    here.cast(id(11), id(100), Mark::yes);
    Ballots one = here, other = there;
    one.join(there), other.join(here);
    QCOMPARE(*one.of(id(11), id(100)), Mark::maybe);
    QCOMPARE(*other.of(id(11), id(100)), Mark::maybe);
    for (int i = 0; i < 200; ++i) one.cast(id(11), id(100), i % 2 ? Mark::yes : Mark::no);
    QVERIFY(other.join(one));
  }

  void anyOrderAnySubsetTheSameWinner() {
    std::mt19937 random(seed());
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int round = 0; round < 200; ++round) {
      // Four tablets vote, change their minds, meet each other now and then.
      std::vector<Ballots> tablets(4);
      const auto all = candidates(2 + upTo(10));
      for (int step = upTo(60); step >= 0; --step) {
        Ballots& one = tablets[static_cast<std::size_t>(upTo(3))];
        if (upTo(9) == 0)
          one.limit(upTo(1) ? Limit::minutes : Limit::age, upTo(1) ? 0 : 6 + upTo(150));
        else if (upTo(5) == 0)
          one.join(tablets[static_cast<std::size_t>(upTo(3))]);
        else
          one.cast(id(10 + upTo(4)), id(100 + upTo(int(all.size()) - 1)), static_cast<Mark>(upTo(2)));
      }
      std::vector<std::size_t> order{0, 1, 2, 3};
      QStringList expected;
      do {
        Ballots known;
        for (const std::size_t tablet : order) {
          const auto packet = fromCode(asCode(tonight::packet(tablets[tablet], m_family, m_round)));
          const auto votes = opened(*packet, m_family, m_round, all);
          QVERIFY2(votes.ok(), votes ? "" : votes.error().message.c_str());
          known.join(*votes);
          if (upTo(1)) known.join(*votes);  // twice does no harm
        }
        auto shuffled = all;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        const auto standings = tally(known, shuffled, m_round);
        if (expected.isEmpty()) expected = said(standings);
        QCOMPARE(said(standings), expected);
        const Standing* best = winner(standings);
        const std::int64_t cap = known.limit(Limit::age);
        if (!best || cap == 0) continue;
        const auto it =
            std::find_if(all.begin(), all.end(), [&](const Candidate& c) { return c.title == best->title; });
        QVERIFY(it->minimumAge >= 0 && it->minimumAge <= cap);
      } while (std::next_permutation(order.begin(), order.end()));
      // Through the database and back.
      Ballots kept;
      for (const std::string& line : tablets[0].lines()) {
        QVERIFY(line.size() <= 100);
        QVERIFY(kept.add(line));
      }
      QCOMPARE(said(tally(kept, all, m_round)), said(tally(tablets[0], all, m_round)));
    }
  }

  void equalVotesAreDrawnByLot() {
    Ballots ballots;
    for (int i = 0; i < 12; ++i) ballots.cast(id(11), id(100 + i), Mark::yes);
    std::set<std::string> winners;
    for (int evening = 10; evening < 30; ++evening) {
      const Uuid round = roundId(m_family, m_list, "2026-11-" + std::to_string(evening));
      winners.insert(winner(tally(ballots, candidates(12), round))->title.str());
    }
    QVERIFY(winners.size() > 4);  // not the same film every evening
  }

  void packetsAreForThisFamilyAndRoundOnly() {
    Ballots ballots;
    ballots.cast(id(11), id(100), Mark::yes);
    const auto all = candidates(3);
    const Bytes packet = tonight::packet(ballots, m_family, m_round);
    QCOMPARE(opened(packet, id(9), m_round, all).error().code, Code::damaged);
    QCOMPARE(opened(packet, m_family, roundId(m_family, m_list, "2026-11-22"), all).error().code,
             Code::notFound);
    QVERIFY(opened(packet, m_family, m_round, {})->empty());  // a title that is not on the list here
    for (std::size_t i = 0; i < packet.size(); ++i) {
      Bytes altered = packet;
      altered[i] ^= 0x10;
      QVERIFY(!opened(altered, m_family, m_round, all).ok());
      QVERIFY(!opened(std::span(packet).first(i), m_family, m_round, all).ok());
    }
    QVERIFY(!fromCode("").ok() && !fromCode("FOYERT1:é").ok() && !fromCode("https://example.org").ok());
  }

  void fourVotersAndFourteenTitlesFitACode() {
    Ballots ballots;
    for (int voter = 0; voter < 4; ++voter)
      for (int title = 0; title < 14; ++title) ballots.cast(id(10 + voter), id(100 + title), Mark::maybe);
    ballots.limit(Limit::minutes, 120);
    QVERIFY(asCode(packet(ballots, m_family, m_round)).size() < 900);
  }

  void whatIsNoBallotIsLeftOut() {
    Ballots ballots;
    const std::string a = id(11).str(), b = id(100).str();
    for (const std::string& line :
         {std::string(), a, a + ' ' + b, a + ' ' + b + " y", a + ' ' + b + " y0", a + ' ' + b + " y64",
          a + ' ' + b + " z1", a + ' ' + b + " y1 ", std::string("limit minutes 120"),
          std::string("limit weight 3 1"), std::string("limit age -1 1"), std::string("limit age 7000 1"),
          "x " + b + " y1"})
      QVERIFY2(!ballots.add(line), line.c_str());
    QVERIFY(ballots.empty());
  }
};

QTEST_APPLESS_MAIN(TonightTest)
#include "tonight_test.moc"
