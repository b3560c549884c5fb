// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pqxx/pqxx>
#include <string>

namespace foyer::test {

/// Everything that a database holds at one time, and back to it: what a machine's snapshot does. Kept in the
/// database itself.
class DatabaseImage {
 public:
  explicit DatabaseImage(std::string connection) : m_connection(std::move(connection)) {}
  void take() {
    run("DROP SCHEMA IF EXISTS image CASCADE; CREATE SCHEMA image;" +
        forEachTable("CREATE TABLE image.%1$I AS TABLE public.%1$I"));
  }
  void putBack() {
    run("SET session_replication_role = replica;" + forEachTable("DELETE FROM public.%1$I") +
        forEachTable("INSERT INTO public.%1$I OVERRIDING SYSTEM VALUE SELECT * FROM image.%1$I"));
  }

 private:
  static std::string forEachTable(const std::string& what) {
    return "DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
           "LOOP EXECUTE format('" +
           what + "', t); END LOOP; END $$;";
  }
  void run(const std::string& sql) {
    pqxx::connection connection(m_connection);
    pqxx::work tx(connection);
    tx.exec(sql);
    tx.commit();
  }
  std::string m_connection;
};

}  // namespace foyer::test
