// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>

#include "database_image.hpp"
#include "server/db/migrate.hpp"
#include "server/db/pg_store.hpp"
#include "sync_world.hpp"
#include "temp_postgres.hpp"

namespace foyer::test {
namespace {

void prepare(const std::string& connection) {
  if (const auto done = server::migrate(connection); !done) throw std::runtime_error(done.error().message);
}

class Pg final : public TestStore {
 public:
  server::ScopeStore& store() override { return m_store; }
  void takeImage() override { m_image.take(); }
  void putBack() override { m_image.putBack(); }
  std::string connection() const override { return m_database.connection(); }

 private:
  TempDatabase m_database = TempPostgres::shared().clone("foyer", prepare);
  // Sealed as on a real server, so that every test also shows that nothing above the store notices.
  server::PgStore m_store{m_database.connection(), {}, server::FieldSeal(crypto::newSealKey(7))};
  DatabaseImage m_image{m_database.connection()};
};

}  // namespace

std::unique_ptr<TestStore> makeTestStore() { return std::make_unique<Pg>(); }

}  // namespace foyer::test
