// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <pqxx/pqxx>
#include <sstream>

#include "schema/collections.hpp"
#include "schema/postgres.hpp"
#include "temp_postgres.hpp"

using namespace foyer;

namespace {

void migrate(const std::string& connection) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(MIGRATIONS)) {
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  pqxx::connection db(connection);
  for (const auto& file : files) {
    std::ostringstream sql;
    sql << std::ifstream(file).rdbuf();
    pqxx::work tx(db);
    tx.exec(sql.str());
    tx.commit();
  }
}

std::vector<schema::Column> columnsOf(pqxx::connection& db) {
  pqxx::work tx(db);
  std::vector<schema::Column> out;
  const auto rows = tx.exec(
      "SELECT table_name, column_name, data_type, is_nullable = 'YES' FROM information_schema.columns "
      "WHERE table_schema = 'public'");
  for (const auto& row : rows) {
    out.push_back(
        {row[0].as<std::string>(), row[1].as<std::string>(), row[2].as<std::string>(), row[3].as<bool>()});
  }
  return out;
}

}  // namespace

class SchemaDriftTest : public QObject {
  Q_OBJECT

 private slots:
  void migratedDatabaseFitsTheList() {
    auto database = test::TempPostgres::shared().clone("migrated", migrate);
    pqxx::connection db(database.connection());
    for (const schema::Difference& d : schema::drift(schema::collections(), columnsOf(db))) {
      QWARN(d.sentence().c_str());
    }
    QVERIFY(schema::drift(schema::collections(), columnsOf(db)).empty());
  }

  void everyTableHasItsKeyAndItsOrder() {
    auto database = test::TempPostgres::shared().clone("migrated", migrate);
    pqxx::connection db(database.connection());
    pqxx::work tx(db);
    for (const schema::Collection& c : schema::collections()) {
      const auto rows =
          tx.exec_params("SELECT indexdef FROM pg_indexes WHERE tablename = $1", std::string(c.name));
      bool key = false;
      bool order = false;
      for (const auto& row : rows) {
        const auto text = row[0].as<std::string>();
        key = key || (text.find("UNIQUE") != text.npos && text.find("(scope_id, id)") != text.npos);
        order = order || text.find("(scope_id, version, id)") != text.npos;
      }
      QVERIFY2(key && order, std::string(c.name).c_str());
    }
  }

  void everyKindOfDriftIsFound() {
    auto database = test::TempPostgres::shared().clone("migrated", migrate);
    pqxx::connection db(database.connection());
    {
      pqxx::work tx(db);
      tx.exec("ALTER TABLE photos DROP COLUMN title");
      tx.exec("ALTER TABLE photos ADD COLUMN surprise text");
      tx.exec("ALTER TABLE photos ALTER COLUMN rating TYPE text");
      tx.exec("ALTER TABLE photos ALTER COLUMN version DROP NOT NULL");
      tx.exec("DROP TABLE reviews");
      tx.commit();
    }
    std::vector<schema::Difference> found = schema::drift(schema::collections(), columnsOf(db));
    using Kind = schema::Difference::Kind;
    std::vector<Kind> kinds;
    for (const auto& d : found) {
      kinds.push_back(d.kind);
      QVERIFY(!d.sentence().empty());
    }
    std::sort(kinds.begin(), kinds.end());
    QVERIFY((kinds == std::vector<Kind>{Kind::missingTable, Kind::missingColumn, Kind::extraColumn,
                                        Kind::otherType, Kind::otherNull}));
  }
};

QTEST_GUILESS_MAIN(SchemaDriftTest)
#include "schema_drift_test.moc"
