// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "base/uuid.hpp"
#include "store/store.hpp"

namespace foyer::photos {

/// A file that joined a photo becomes a photo of its own, by the preview that it kept. Returns that photo.
/// `conflict` when it shows exactly what the photo shows, `gone` when it has no preview of its own.
Result<Uuid> separate(store::Store& store, const Uuid& scope, const Uuid& file);

/// Takes separate() back: the file belongs to `into` again, and `from`, which has no other, is deleted.
Result<void> joinAgain(store::Store& store, const Uuid& scope, const Uuid& file, const Uuid& into,
                       const Uuid& from);

}  // namespace foyer::photos
