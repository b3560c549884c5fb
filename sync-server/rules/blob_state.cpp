// SPDX-License-Identifier: GPL-3.0-or-later
#include "blob_state.hpp"

#include "job_subjects.hpp"
#include "schema/collections.hpp"

namespace foyer::server {

void markStoredFiles(SyncService& service, const Job& job, const BlobPresence& stored) {
  if (!stored) return;
  const schema::Collection& files = schema::collection("image_files");
  std::vector<RecordKey> keys;
  for (const Uuid& id : jobSubjects(job.payload)) keys.push_back({&files, id});
  const auto snapshot = service.store().read(job.scope, keys);
  if (!snapshot) return;

  Want want;
  for (const model::Record& record : snapshot->records) {
    const bool asked = record.state == model::State::live && record.text("blob_state") != "verified";
    if (asked && stored(job.scope, std::string(record.text("sha256"))))
      want.records.push_back({&files, record.id});
  }
  if (want.records.empty()) return;
  service.write(job.scope, want, [&](ScopeWriter& writer) {
    for (const RecordKey& key : want.records) {
      const merge::ServerRecord* found = writer.tx().find(key);
      if (found != nullptr && found->row.state == model::State::live)
        writer.set(key, "blob_state", std::string("verified"));
    }
  });
}

}  // namespace foyer::server
