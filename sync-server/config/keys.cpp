// SPDX-License-Identifier: GPL-3.0-or-later
// The declaration of all settings. Add one here and run `foyer-server config-reference`.
#include "server/config/key.hpp"

namespace foyer::server::config {
namespace {

constexpr std::int64_t kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute, kDay = 24 * kHour;
constexpr std::int64_t kKiB = 1024, kMiB = 1024 * kKiB, kGiB = 1024 * kMiB;

Key text(std::string name, std::string fallback, std::string what) {
  return {std::move(name), Kind::text, std::move(fallback), std::move(what)};
}
Key secret(std::string name, std::string what) {
  Key key = text(std::move(name), "", std::move(what));
  key.secret = true;
  return key;
}
Key choice(std::string name, std::string fallback, std::vector<std::string> choices, std::string what) {
  Key key = text(std::move(name), std::move(fallback), std::move(what));
  key.choices = std::move(choices);
  return key;
}
Key path(std::string name, std::string fallback, std::string what) {
  return {std::move(name), Kind::path, std::move(fallback), std::move(what)};
}
Key list(std::string name, std::string fallback, std::string what) {
  return {std::move(name), Kind::list, std::move(fallback), std::move(what)};
}
Key integer(std::string name, std::string fallback, std::int64_t min, std::int64_t max, std::string what) {
  return {std::move(name), Kind::integer, std::move(fallback), std::move(what), min, max};
}
Key boolean(std::string name, std::string fallback, std::string what) {
  return {std::move(name), Kind::boolean, std::move(fallback), std::move(what)};
}
Key duration(std::string name, std::string fallback, std::int64_t min, std::int64_t max, std::string what) {
  return {std::move(name), Kind::duration, std::move(fallback), std::move(what), min, max};
}
Key size(std::string name, std::string fallback, std::int64_t min, std::int64_t max, std::string what) {
  return {std::move(name), Kind::size, std::move(fallback), std::move(what), min, max};
}

std::vector<Key> declare() {
  return {
      path("data_dir", "foyer-data",
           "Folder of everything the server keeps: its private PostgreSQL, blobs, keys."),
      secret("database_url",
             "A libpq connection string of a PostgreSQL 15 or newer. Empty: the server makes and runs a "
             "private one "
             "in data_dir."),

      text("http.address", "0.0.0.0", "Address to listen on."),
      integer("http.port", "9000", 0, 65535, "Port to listen on; 0 takes any free one and logs it."),
      path("http.certificate", "",
           "PEM file with the certificate and its chain. With it the port speaks TLS only."),
      path("http.private_key", "", "PEM file with the certificate's private key."),
      list("http.trusted_proxies", "",
           "Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed."),
      integer("http.network_threads", "2", 1, 64, "Threads that move bytes; they never block."),
      integer("http.workers", "8", 1, 256,
              "Threads that run handlers, each with at most one database connection."),
      integer("http.queue", "256", 1, 100'000,
              "Requests that may wait for a worker; beyond them the answer is 503 with Retry-After."),
      integer("http.max_connections", "12000", 1, 1'000'000,
              "Open connections; further ones are closed at once."),
      size("http.max_request_line", "8KiB", 256, kMiB, "Longest request line; 414 beyond."),
      integer("http.max_headers", "100", 8, 1000, "Most header lines; 431 beyond."),
      size("http.max_head", "32KiB", kKiB, kMiB, "Request line and headers together; 431 beyond."),
      duration("http.head_timeout", "10s", 1, kHour,
               "From a request's first byte to its empty line, and for the TLS handshake."),
      duration("http.idle_timeout", "60s", 1, kHour, "Between two requests of one connection."),
      duration("http.body_timeout", "30s", 1, kHour, "Between two pieces of a body; 408 beyond."),
      size("http.body_min_rate", "512B", 0, kGiB,
           "Bytes a second that a body must reach on average once body_timeout has passed."),
      duration("http.write_timeout", "30s", 1, kHour, "For each 256 KiB of an answer."),
      duration("http.stop_timeout", "10s", 0, kHour,
               "What runs when the server is stopped may take so long."),

      duration("live.handshake_timeout", "10s", 1, kHour, "For opening and closing a WebSocket."),
      duration("live.idle_timeout", "60s", 1, kDay,
               "A WebSocket without traffic gets a ping after half of it and is closed after all of it."),
      size("live.max_message", "4MiB", kKiB, kGiB, "Largest incoming message; closed with 1009 beyond."),
      size("live.max_queue", "8MiB", kKiB, kGiB,
           "Bytes that may wait for one slow reader; beyond them it must pull again."),

      text("cluster.user", "",
           "System user to run the private PostgreSQL as when started as root. Empty: the first of foyer, "
           "postgres "
           "and nobody that exists."),
      path("cluster.bin_dir", "", "Folder of the programs postgres and initdb. Empty: the newest installed."),
      integer("cluster.max_connections", "64", 8, 10'000, "Connections of the private PostgreSQL."),
      size("cluster.shared_buffers", "128MiB", 16 * kMiB, 1024 * kGiB,
           "Memory of the private PostgreSQL's cache."),
      duration("cluster.start_timeout", "60s", kSecond, kHour,
               "For the private PostgreSQL to take connections."),
      duration("cluster.stop_timeout", "20s", kSecond, kHour,
               "For the private PostgreSQL to stop by itself before it is killed."),

      choice("auth.registration", "open", {"open", "invite", "closed"},
             "Who may make an account: anybody, holders of an invitation, or nobody."),
      duration("auth.access_token", "15m", 10 * kSecond, kDay, "How long an access token counts."),
      duration("auth.refresh_token", "90d", kMinute, 3650 * kDay,
               "A sign-in ends when it was not used for so long."),
      duration("auth.refresh_grace", "60s", 0, kDay,
               "A refresh token that was just exchanged may be sent again for so long by clients that don't "
               "sign."),
      duration("auth.invitation", "7d", kMinute, 365 * kDay, "How long an invitation counts."),
      duration("auth.kiosk_token", "10m", 10 * kSecond, 30 * kDay,
               "How long an enrolment code of a kiosk counts."),
      integer("auth.registrations_per_hour", "100", 0, 1'000'000,
              "Accounts that one address may make in an hour, 429 beyond; this machine itself is not "
              "limited. 0: any "
              "number."),
      integer("auth.parallel_passwords", "2", 1, 64, "Passwords that are looked at at the same time."),
      integer("auth.waiting_passwords", "4", 0, 64,
              "Sign-ins that may wait for that, up to 2 s; further ones get 503 with Retry-After."),
      size("auth.password_memory", "64MiB", 8 * kKiB, 4 * kGiB, "Memory that hashing one password takes."),
      integer("auth.password_passes", "2", 1, 100, "Passes over that memory."),
      integer("auth.lock_attempts", "5", 2, 100,
              "Failed sign-ins in a row that lock an account or an address."),
      duration("auth.lock_time", "15m", kSecond, kDay,
               "The first lock; each further one lasts twice as long, up to a day."),

      path("ledger.dir", "",
           "Folder of the ledger of erasures and revocations, which a restore must not undo. Empty: "
           "data_dir/ledger. "
           "Best on another disk than the database, and shared by all servers of one database."),
      path("blobs.dir", "", "Folder of the blobs and of unfinished uploads. Empty: data_dir/blobs."),
      size("uploads.max_size", "20GiB", kKiB, 1024 * kGiB, "Largest upload; 413 beyond."),
      duration("uploads.expire_after", "7d", kMinute, 365 * kDay,
               "An unfinished upload is removed when nothing came for so long."),
      integer("uploads.max_open", "200", 1, 100'000, "Unfinished uploads of one account; 429 beyond."),

      integer("quota.scope_records", "2000000", 0, 1'000'000'000,
              "Records in one scope; new ones beyond are held on the device, with the reason. 0: no limit."),
      size("quota.scope_files", "0B", 0, 1'048'576 * kGiB,
           "Bytes of files in one scope, unfinished uploads included; further uploads are refused. 0B: no "
           "limit."),

      duration("trash.keep", "30d", kMinute, 3650 * kDay,
               "How long a deleted record keeps its content and can be brought back."),
      duration("trash.wait_for_devices", "90d", 0, 3650 * kDay,
               "A device that was seen in this time must have passed a deletion before the content goes."),
      duration("journal.keep", "90d", kMinute, 3650 * kDay, "How long is kept who changed what, and when."),
      duration("housekeeping.every", "1h", kSecond, kDay,
               "How often trash, journal and unused files are looked through."),

      duration("metrics.lag_every", "30s", 100, kHour,
               "How often the database is asked which devices are behind, and for open conflicts."),

      boolean("catalog.built_in", "true",
              "Whether the built-in catalogue of films and series is loaded, and kept up to date, at start."),

      choice("log.level", "info", {"debug", "info", "warning", "error"},
             "The least serious lines that are written."),
      path("log.file", "", "File for the log, one JSON object a line. Empty: standard error."),
  };
}

}  // namespace

std::span<const Key> allKeys() {
  static const std::vector<Key> kKeys = declare();
  return kKeys;
}

}  // namespace foyer::server::config
