// SPDX-License-Identifier: GPL-3.0-or-later
#include "photos/separate.hpp"

#include "base/text.hpp"
#include "crypto/derived_id.hpp"
#include "crypto/digest.hpp"
#include "media/preview.hpp"
#include "patches.hpp"
#include "schema/collections.hpp"

namespace foyer::photos {

using store::Edit;

namespace {

Edit editOf(store::Store& store, const char* collection, const Uuid& scope, const Uuid& id, model::Op op) {
  const schema::Collection& declared = schema::collection(collection);
  return {&declared, scope, id, op, store.baseOf(scope, declared, id), {}};
}

/// What the camera said of both files, since they agreed in it.
void carryOver(const model::Record& photo, Edit& edit) {
  for (const char* field : {"taken_at", "camera", "position", "place", "author"}) {
    if (!model::isNull(photo.at(field))) put(edit, field, photo.at(field));
  }
}

}  // namespace

Result<Uuid> separate(store::Store& store, const Uuid& scope, const Uuid& fileId) {
  const auto file = store.get(schema::collection("image_files"), scope, fileId);
  if (!file || file->state != model::State::live)
    return {Code::notFound, "This record is not there any more."};
  const auto photo = store.get(schema::collection("photos"), scope, file->uuid("photo"));
  const auto* preview = std::get_if<Bytes>(&file->at("hotpreview"));
  if (!photo || !preview) return {Code::gone, "This file has no preview of its own."};
  const std::string hothash = toHex(crypto::sha256(*preview));
  const Uuid own = crypto::derivedId(scope, "photos", {hothash});
  if (own == photo->id) return {Code::conflict, "This file shows exactly the same picture."};
  std::vector<Edit> edits;
  const auto there = store.get(schema::collection("photos"), scope, own);
  if (there && there->state == model::State::trashed) {
    edits.push_back(editOf(store, "photos", scope, own, model::Op::restore));
  } else if (!there || there->state != model::State::live) {
    Edit made{&schema::collection("photos"), scope, own, model::Op::create, 0, {}};
    put(made, "hothash", hothash);
    put(made, "hotpreview", *preview);
    put(made, "preview_profile", std::int64_t{media::kPreviewProfile});
    putText(made, "perceptual_hash", file->text("perceptual_hash"));
    carryOver(*photo, made);
    edits.push_back(std::move(made));
  }
  edits.push_back(editOf(store, "image_files", scope, fileId, model::Op::edit));
  put(edits.back(), "photo", own);
  if (const auto done = store.writeAll(edits); !done) return done.error();
  return own;
}

Result<void> joinAgain(store::Store& store, const Uuid& scope, const Uuid& file, const Uuid& into,
                       const Uuid& from) {
  std::vector<Edit> edits{editOf(store, "image_files", scope, file, model::Op::edit)};
  put(edits.back(), "photo", into);
  edits.push_back(editOf(store, "photos", scope, from, model::Op::del));
  return store.writeAll(edits);
}

}  // namespace foyer::photos
