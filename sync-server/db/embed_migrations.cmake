# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DDIR=… -DOUT=… -P embed_migrations.cmake: the SQL files as C++.
file(GLOB files "${DIR}/[0-9][0-9][0-9][0-9]_*.sql")
list(SORT files)
set(body "")
foreach(file ${files})
  get_filename_component(name "${file}" NAME_WE)
  string(SUBSTRING "${name}" 0 4 digits)
  string(REGEX REPLACE "^0+" "" number "${digits}")
  file(READ "${file}" sql)
  string(APPEND body "    {${number}, \"${name}\", R\"foyer_sql(${sql})foyer_sql\"},\n")
endforeach()
file(WRITE "${OUT}" "#include \"server/db/migrate.hpp\"

namespace foyer::server {
namespace {
constexpr Migration kMigrations[] = {
${body}};
}  // namespace
std::span<const Migration> migrations() { return kMigrations; }
}  // namespace foyer::server
")
