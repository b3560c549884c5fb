// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_record.hpp"

#include "patches.hpp"
#include "schema/collections.hpp"

namespace foyer::photos {
namespace {

const schema::Collection& sessions() {
  static const schema::Collection& all = schema::collection("import_sessions");
  return all;
}

}  // namespace

store::Edit newSession(const ImportRequest& request, const Uuid& session, std::int64_t nowMs) {
  store::Edit edit{&sessions(), request.scope, session, model::Op::create, 0, {}};
  put(edit, "name", request.name.empty() ? std::string("Import") : request.name);
  putText(edit, "source_label", request.source);
  put(edit, "status", std::string("pending"));
  put(edit, "device_id", request.device);
  put(edit, "started_at", nowMs);
  return edit;
}

store::Edit sessionEdit(store::Store& store, const Uuid& scope, const Uuid& session,
                        const store::ImportCounts& counts, std::string_view status, std::int64_t nowMs) {
  store::Edit edit{&sessions(), scope, session, model::Op::edit, store.baseOf(scope, sessions(), session),
                   {}};
  put(edit, "status", std::string(status));
  put(edit, "total_files", counts.total());
  put(edit, "processed_files", counts.done());
  put(edit, "known_files", counts.known);
  put(edit, "damaged_files", counts.damaged);
  if (status == "done") put(edit, "finished_at", nowMs);
  return edit;
}

Occasion occasionOf(store::Store& store, const Uuid& scope, const Uuid& session, std::int64_t nowMs,
                    const std::string& app) {
  Occasion out{scope, session, {}, nowMs, app};
  const auto record = store.get(sessions(), scope, session);
  if (!record) return out;
  out.device = record->uuid("device_id");
  return out;
}

}  // namespace foyer::photos
