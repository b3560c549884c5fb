// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <fstream>
#include <pqxx/pqxx>
#include <sstream>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "server/backup/backup.hpp"
#include "table_search.hpp"
#include "team_app.hpp"

using namespace foyer;
using test::kPassword;
using test::Person;
using test::TeamApp;

namespace {

/// A word that stands nowhere but in what the erased person typed.
const std::string kMarker = "zyxmarguerite";

std::vector<std::string> tablesWith(TeamApp& app, const std::string& marker) {
  return test::tablesWith(app.database.connection(), marker);
}

ptrdiff_t countOf(TeamApp& app, const Uuid& family, std::string_view collection) {
  return static_cast<ptrdiff_t>(app.records(family, collection).size());
}

test::ApiAnswer erase(TeamApp& app, const Person& who, const std::string& password) {
  return app.client().send("DELETE", "/api/v1/account",
                           boost::json::serialize(boost::json::object{{"password", password}}), who.token);
}

/// A person who left her marker in every place where content can be.
struct Household {
  Household() {
    ana = app.join(kMarker);
    ben = app.join("ben");
    app.create(ana, ana.account, "diary", Uuid::v7(app.clock.wallMs()),
               {{"title_id", Uuid::v7(1)},
                {"title", std::string("Heat")},
                {"kind", std::string("movie")},
                {"watched_on", std::string("2026-06-13")},
                {"remarks", "with " + kMarker}});
    const Uuid own = Uuid::v7(app.clock.wallMs());
    app.create(ana, ana.account, "lists", own, {{"name", kMarker}});
    app.sync.write(ana.account, {}, [&](server::ScopeWriter& writer) {
      writer.set({&schema::collection("lists"), own}, "description", kMarker + " again");  // into the journal
    });
    family = app.makeFamily(ana);
    app.sync.write(family, {}, [&](server::ScopeWriter& w) { w.setMember(ben.account, "member", "ben"); });
    app.create(ana, family, "reviews", {},
               {{"author_id", ana.account},
                {"title_id", Uuid::v7(2)},
                {"title", std::string("Heat")},
                {"kind", std::string("movie")},
                {"body", "says " + kMarker}});
    ours = app.create(ben, family, "lists", Uuid::v7(app.clock.wallMs()), {{"name", std::string("Ours")}});
    app.clock.advance(1000);
    app.edit(ana, family, "lists", ours, {{"name", kMarker}}, head(family));
    app.clock.advance(-500);  // Ben's is the older one: it loses to hers
    app.edit(ben, family, "lists", ours, {{"name", std::string("Lamps")}}, 0);
    app.clock.advance(1500);
    app.edit(ben, family, "lists", ours, {{"name", std::string("Ours again")}}, head(family));
    alone = app.makeProject(ana);
    app.assign(ana, alone, kMarker);
    app.runJobs();
    app.client().post("/auth/login", {{"login", ana.email}, {"password", "wrong " + kMarker}});
  }

  std::int64_t head(const Uuid& scope) { return app.store.scope(scope)->head; }

  TeamApp app;
  Person ana, ben;
  Uuid family, alone, ours;
};

}  // namespace

/// Erasing an account, over the socket and down to the last table.
class ErasureTest : public QObject {
  Q_OBJECT

 private slots:
  void law8_noTableKeepsAWordOfIt() {
    Household house;
    QVERIFY(tablesWith(house.app, kMarker).size() >= 6);
    QCOMPARE(erase(house.app, house.ana, kPassword).status, 200);
    const auto left = tablesWith(house.app, kMarker);
    QVERIFY2(left.empty(), left.empty() ? "" : left[0].c_str());
    QVERIFY(!house.app.accountStore.firstBrokenAudit());
  }

  void law8_whatIsSharedGoesOnWithoutHer() {
    Household house;
    erase(house.app, house.ana, kPassword);
    QCOMPARE(house.app.roleOf(house.family, house.ben.account), std::string("owner"));
    QCOMPARE(countOf(house.app, house.family, "lists"), ptrdiff_t{1});
    QCOMPARE(countOf(house.app, house.family, "reviews"), ptrdiff_t{0});
    QCOMPARE(countOf(house.app, house.family, "members"), ptrdiff_t{1});
    house.app.create(house.ben, house.family, "lists", Uuid::v7(1), {{"name", std::string("Mine now")}});
  }

  void law8_whatOthersLostAndDidOutlivesHer() {
    Household house;
    erase(house.app, house.ana, kPassword);
    const auto cards = house.app.records(house.family, "conflicts");
    QCOMPARE(cards.size(), std::size_t{1});
    QCOMPARE(cards[0].text("lost_value"), std::string_view("\"Lamps\""));
    QVERIFY(cards[0].uuid("lost_by_account") == house.ben.account);
    QVERIFY(model::isNull(cards[0].at("kept_by_account")));
    const auto lines =
        house.app.store.history(house.family, {&schema::collection("lists"), house.ours}, INT64_MAX, 9);
    QCOMPARE(lines.size(), std::size_t{3});
    QCOMPARE(lines[1].changes, std::string("{\"name\":{}}"));
  }

  void law8_aBackupMadeLaterHoldsNoWordOfIt() {
    Household house;
    const std::filesystem::path dir(house.app.dir.path().toStdString());
    std::filesystem::create_directories(dir / "blobs");
    std::ofstream(dir / "key") << "a key\n";
    const auto wordsIn = [&](const std::filesystem::path& target) {
      const auto saved = server::writeBackup(
          {house.app.database.connection(), dir / "blobs", dir / "key", dir / "ledger"}, target, 1);
      if (!saved) throw std::runtime_error(saved.error().message);
      int found = 0;
      for (const auto& file : std::filesystem::recursive_directory_iterator(target)) {
        std::ostringstream text;
        text << std::ifstream(file.path(), std::ios::binary).rdbuf();
        found += text.str().find(kMarker) != std::string::npos ? 1 : 0;
      }
      return found;
    };
    QVERIFY(wordsIn(dir / "before") > 0);
    erase(house.app, house.ana, kPassword);
    QCOMPARE(wordsIn(dir / "after"), 0);
  }

  void law8_anErasedPhotoLeavesNothing() {
    TeamApp app;
    const Person ana = app.join("ana");
    const Uuid scope = ana.account;
    const auto photo = [&](char mark, const std::string& name) {
      const std::string hash(64, mark);
      const Uuid id = app.create(ana, scope, "photos", {}, {{"hothash", hash}, {"title", name}});
      app.create(ana, scope, "image_files", {},
                 {{"photo", id},
                  {"sha256", std::string(64, static_cast<char>(mark + 1))},
                  {"filename", name + ".jpg"},
                  {"file_size", std::int64_t{4}},
                  {"kind", std::string("jpeg")}});
      return id;
    };
    const Uuid gone = photo('a', kMarker), stays = photo('c', "harbour");
    app.edit(ana, scope, "photos", gone, {{"title", kMarker + " two"}}, 0);
    app.pool.transaction("files", [&](pqxx::work& tx) {
      for (const char mark : {'b', 'd'}) {
        tx.exec_params("INSERT INTO scope_blobs VALUES ($1, decode($2, 'hex'), 4, $1, $3)", scope.str(),
                       std::string(64, mark), app.clock.wallMs());
      }
      tx.exec_params("SELECT foyer_edit($1::uuid, 'photos', $2::uuid, '{\"rating\": 9, \"title\": \"" +
                         kMarker + "\"}')",
                     scope.str(), gone.str());
    });
    app.runJobs();  // refuses the edit, and keeps it with the reason
    QVERIFY(tablesWith(app, kMarker).size() >= 4);
    QVERIFY(app.eraser.eraseRecord(scope, {&schema::collection("photos"), gone}));
    const auto left = tablesWith(app, kMarker);
    QVERIFY2(left.empty(), left.empty() ? "" : left[0].c_str());
    QCOMPARE(countOf(app, scope, "image_files"), ptrdiff_t{1});
    QCOMPARE(app.records(scope, "photos").at(0).id, stays);
    // Its bytes are nobody's now; those of the other are where they were.
    const auto files = app.pool.transaction("files", [&](pqxx::work& tx) {
      return tx.exec("SELECT string_agg(encode(sha256, 'hex'), ' ') FROM scope_blobs")[0][0]
          .as<std::string>();
    });
    QCOMPARE(files, std::string(64, 'd'));
  }

  void law8_anErasedAssignmentLeavesTheGate() {
    TeamApp app;
    const Person cora = app.join("cora");
    const Uuid project = app.makeProject(cora), lina = app.assign(cora, project, kMarker),
               omar = app.assign(cora, project, "Omar");
    app.runJobs();
    const Uuid gate = crypto::gateScopeOf(project);
    QCOMPARE(countOf(app, gate, "roster"), ptrdiff_t{2});
    // Work that was queued before and runs after it brings nothing back.
    app.edit(cora, project, "assignments", lina, {{"department", std::string("light")}}, 0);
    QVERIFY(app.eraser.eraseRecord(project, {&schema::collection("assignments"), lina}));
    app.runJobs();
    QCOMPARE(app.records(gate, "roster").at(0).id, omar);
    const auto left = tablesWith(app, kMarker);
    QVERIFY2(left.empty(), left.empty() ? "" : left[0].c_str());
  }

  void law11_nothingBringsItBack() {
    Household house;
    TeamApp& app = house.app;
    erase(app, house.ana, kPassword);
    QCOMPARE(app.client().get("/auth/sessions", house.ana.token).status, 401);
    QCOMPARE(app.client().post("/auth/login", {{"login", house.ana.email}, {"password", kPassword}}).status,
             401);
    QVERIFY(app.scopesOf(house.ana.principal()).empty());
    // A device that was offline, and one that registers the same account again.
    for (const Uuid& scope : {house.ana.account, house.family, house.alone}) {
      bool taken = true;
      try {
        app.create(house.ana, scope, "lists", Uuid::v7(3), {{"name", kMarker}});
      } catch (const std::runtime_error&) {
        taken = false;
      }
      QVERIFY(!taken);
    }
    const auto again = app.client().post(
        "/auth/register",
        {{"email", house.ana.email}, {"password", kPassword}, {"account", house.ana.account.str()}});
    QVERIFY2(again.status >= 400 && again.status < 500, again.message().c_str());
    // Her address is free again for somebody new.
    QCOMPARE(
        app.client().post("/auth/register", {{"email", house.ana.email}, {"password", kPassword}}).status,
        201);
  }

  void anErasureThatWasCutOffGoesOn() {
    Household house;
    TeamApp& app = house.app;
    app.accountStore.transaction("cut", [&](server::AccountTx& tx) {
      tx.beginErasure(house.ana.account, "account", {}, app.clock.wallMs());
    });
    app.sync.erase(house.ana.account);  // and here the server was killed
    QVERIFY(!tablesWith(app, kMarker).empty());
    QCOMPARE(app.eraser.finishOpen(), 1);
    QVERIFY(tablesWith(app, kMarker).empty());
    QCOMPARE(app.eraser.finishOpen(), 0);
  }

  void law11_theLedgerDoesItAgainAfterARestore() {
    Household house;
    house.app.eraser.again({.number = 1,
                            .atMs = 1,
                            .kind = server::LedgerKind::erasure,
                            .scope = {},
                            .subject = house.ana.account,
                            .detail = "account"});
    QVERIFY(tablesWith(house.app, kMarker).empty());
  }

  void oneRecordIsErasedAlone() {
    Household house;
    TeamApp& app = house.app;
    const auto lists = app.records(house.ana.account, "lists");
    QVERIFY(app.eraser.eraseRecord(house.ana.account, {&schema::collection("lists"), lists.at(0).id}));
    QCOMPARE(countOf(app, house.ana.account, "lists"), ptrdiff_t{0});
    QCOMPARE(countOf(app, house.ana.account, "diary"), ptrdiff_t{1});
    QVERIFY(!app.eraser.eraseRecord(house.ana.account, {&schema::collection("lists"), Uuid::v7(5)}));
  }

  void badInputErasesNothing() {
    Household house;
    TeamApp& app = house.app;
    QCOMPARE(erase(app, house.ana, "not the password at all").status, 401);
    QCOMPARE(erase(app, house.ana, {}).status / 100, 4);
    QCOMPARE(app.client().send("DELETE", "/api/v1/account", "{}", house.ana.token).status / 100, 4);
    QCOMPARE(app.client().send("DELETE", "/api/v1/account", "{\"password\":1}", house.ana.token).status / 100,
             4);
    QCOMPARE(app.client().send("DELETE", "/api/v1/account", {}, house.ana.token).status / 100, 4);
    QCOMPARE(app.client().send("DELETE", "/api/v1/account", "{\"password\":\"x\"}").status, 401);
    QCOMPARE(countOf(app, house.ana.account, "lists"), ptrdiff_t{1});
  }
};

QTEST_GUILESS_MAIN(ErasureTest)
#include "erasure_test.moc"
