// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "common_passwords.hpp"
#include "server/accounts/access_token.hpp"
#include "server/accounts/lockout.hpp"
#include "server/accounts/passwords.hpp"
#include "server/accounts/server_keys.hpp"

using namespace foyer;
using namespace foyer::server;

class AccountsTest : public QObject {
  Q_OBJECT

 private slots:
  void listsAreSortedAndPlain() {
    for (auto list : {commonPasswords(), commonStems()}) {
      QVERIFY(list.size() > 100);
      QVERIFY(std::is_sorted(list.begin(), list.end()));
      for (std::string_view word : list) {
        QVERIFY(std::all_of(word.begin(), word.end(),
                            [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }));
      }
    }
  }

  void passwords_data() {
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* password, bool good) {
      QTest::newRow(password) << QString::fromUtf8(password) << good;
    };
    row("the lamp in the attic hums", true);
    row("Quatre chats sur un toit", true);
    row("wqzkvjxhgfbnmt9", true);
    row("été à la mer, hiver", true);
    row("東京の空は今日も青いですよ本当に", true);
    row("fourteen chars", false);
    row("aaaaaaaaaaaaaaaaaaaa", false);
    row("abcabcabcabcabcabc", false);
    row("123456789012345678", false);
    row("qwertyuiopasdfgh", false);
    row("Password12345678", false);
    row("P@ssw0rd-P@ssw0rd!", false);
    row("correct horse battery staple", false);
    row("motdepasse2024!!", false);
    row("welcomewelcome2025", false);
    row("iloveyouforever1", false);
    row("                 ", false);
  }

  void passwords() {
    QFETCH(QString, password);
    QFETCH(bool, good);
    const auto problem = passwordProblem(password.toStdString());
    QCOMPARE(!problem.has_value(), good);
    if (problem) QCOMPARE(problem->field, "password");
  }

  void anotherLimitIsTheSize() {
    std::string longOne;
    for (int i = 0; longOne.size() <= kMostPasswordBytes; ++i)
      longOne += "word" + std::to_string(i * 7919) + " ";
    QVERIFY(passwordProblem(longOne));
    QVERIFY(passwordProblem(std::string("a sentence with a \0 inside", 26)));
    QVERIFY(passwordProblem("annabella1234567", "annabella@example.org"));
    QVERIFY(passwordProblem("Annabella Martin", "x@example.org", "Annabella Martin"));
  }

  void locksDoubleUpToADay() {
    const LockoutOptions o;
    CounterRow c;
    c.subject = "account:x";
    std::int64_t now = 1'000'000'000;
    std::int64_t expected = o.lockMs;
    for (int lock = 0; lock < 10; ++lock) {
      for (int i = 0; i < 5; ++i) {
        now = std::max(now, c.notBeforeMs);
        QVERIFY(!lockout::refusal(c, now, o));
        lockout::failed(c, now, o);
      }
      QCOMPARE(lockout::waitMs(c, now), expected);
      QCOMPARE(lockout::refusal(c, now, o)->code, Code::lockedOut);
      expected = std::min(expected * 2, o.maxLockMs);
    }
    lockout::succeeded(c);
    QVERIFY(!lockout::refusal(c, now, o));
  }

  void oneAttemptCanBeTakenBack() {
    const LockoutOptions o;
    CounterRow c;
    c.subject = "account:x";
    for (int i = 0; i < 4; ++i) lockout::failed(c, 1000, o);
    const CounterRow before = c;
    lockout::failed(c, 9000, o);
    QCOMPARE(c.locks, 1);
    lockout::undo(c, before);
    QCOMPARE(c.failures, before.failures);
    QCOMPARE(c.locks, 0);
    QCOMPARE(c.notBeforeMs, before.notBeforeMs);
  }

  void tokensAreExact() {
    const auto pair = crypto::newKeyPair();
    AccessClaims claims;
    claims.subject = Uuid::v7(1), claims.device = Uuid::v7(2), claims.session = Uuid::v7(3),
    claims.scope = Uuid::v7(4);
    claims.kiosk = true;
    claims.issuedAt = 1000;
    claims.expiresAt = 1900;
    const std::string token = issueToken(claims, pair.secretKey);
    const auto read = readToken(token, pair.publicKey, 1899);
    QVERIFY(read.ok());
    QVERIFY(read->subject == claims.subject && read->scope == claims.scope && read->kiosk && !read->admin);
    QVERIFY(!readToken(token, pair.publicKey, 1900).ok());
    QVERIFY(!readToken(token, pair.publicKey, 900).ok());
    QVERIFY(!readToken(token, crypto::newKeyPair().publicKey, 1500).ok());
    for (std::size_t i = 0; i < token.size(); i += 7) {
      std::string altered = token;
      altered[i] = altered[i] == 'A' ? 'B' : 'A';
      QVERIFY(!readToken(altered, pair.publicKey, 1500).ok());
    }
    for (const char* none : {"", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30."}) {
      QVERIFY(!readToken(none, pair.publicKey, 1500).ok());
    }
  }

  void masterKeyIsMadeOnceAndGuarded() {
    QTemporaryDir dir;
    const std::filesystem::path file =
        std::filesystem::path(dir.path().toStdString()) / "keys" / "master.key";
    const auto first = ServerKeys::load(file);
    QVERIFY(first.ok());
    const auto second = ServerKeys::load(file);
    QVERIFY(second.ok());
    QVERIFY(first->tokenKey().publicKey == second->tokenKey().publicKey);
    QCOMPARE(first->successorOf("a", "s"), second->successorOf("a", "s"));
    QVERIFY(first->successorOf("a", "s") != first->successorOf("a", "t"));
    std::filesystem::permissions(file, std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);
    QCOMPARE(ServerKeys::load(file).error().code, Code::forbidden);
    std::filesystem::permissions(file, std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::remove);
    std::ofstream(file) << "nonsense";
    QCOMPARE(ServerKeys::load(file).error().code, Code::damaged);
  }
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "accounts_test.moc"
