// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/foyer_rules.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// Says on the files of the job's payload (ids of image_files) that their bytes are here, if they are. The
/// blob may come before its record or after it: both queue the job.
void markStoredFiles(SyncService& service, const Job& job, const BlobPresence& stored);

}  // namespace foyer::server
