// SPDX-License-Identifier: GPL-3.0-or-later
#include "photos/placer.hpp"

#include "base/text.hpp"
#include "crypto/derived_id.hpp"
#include "patches.hpp"
#include "schema/collections.hpp"

namespace foyer::photos {

using schema::Collection;
using store::Edit;
using store::Filter;

namespace {

const Collection& photos() {
  static const Collection& all = schema::collection("photos");
  return all;
}

const Collection& files() {
  static const Collection& all = schema::collection("image_files");
  return all;
}

/// What companions have in common; empty when a file can't have any.
std::string companionKey(const std::string& filename, const Examined& examined) {
  if (!examined.exif.takenAt) return {};
  return stemOf(filename) + '\n' + *examined.exif.takenAt + '\n' + cameraName(examined.exif);
}

}  // namespace

std::string stemOf(std::string_view filename) {
  std::string stem(filename.substr(0, filename.rfind('.')));
  for (char& c : stem) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return stem;
}

std::string cleanName(std::string_view filename) {
  std::string out;
  while (!filename.empty()) {
    std::size_t length = 1;
    while (length < 5 && length <= filename.size() && !isUtf8(filename.substr(0, length))) ++length;
    const bool valid = length < 5 && length <= filename.size();
    const std::string_view character = filename.substr(0, valid ? length : 1);
    const bool control = static_cast<unsigned char>(character.front()) < 0x20 || character == "\x7f";
    out += valid && !control ? std::string(character) : "_";
    filename.remove_prefix(character.size());
  }
  return out.empty() ? "_" : out;
}

store::ImportMark Placer::place(const store::ImportFile& file, const Result<Examined>& examined,
                                std::vector<Edit>& edits) {
  store::ImportMark mark;
  mark.number = file.number;
  const auto damaged = [&mark](const Error& why) {
    mark.state = store::ImportState::damaged;
    mark.reason = why;
    return mark;
  };
  if (!examined) return damaged(examined.error());
  const Examined& e = *examined;
  mark.sha256 = e.sha256;
  mark.original = {file.path, static_cast<std::int64_t>(e.bytes), e.modifiedNs};
  const Uuid fileId = crypto::derivedId(m_occasion.scope, files().name, {e.sha256});
  if (known(fileId)) {
    mark.state = store::ImportState::known;
    return mark;
  }
  const std::string filename = cleanName(std::filesystem::path(file.path).filename().string());
  std::optional<Uuid> photo = partnerOf(filename, e);
  bool joins = photo.has_value();
  if (!photo) {
    if (!e.preview) {
      mark.sha256.clear();
      return damaged(e.preview.error());
    }
    photo = crypto::derivedId(m_occasion.scope, photos().name, {e.preview->hothash});
    const auto there = m_store.get(photos(), m_occasion.scope, *photo);
    if (there && there->state == model::State::trashed) {
      // Somebody deleted this picture; nothing brings it back by itself.
      mark.state = store::ImportState::known;
      return mark;
    }
    joins = m_photos.contains(*photo) || (there && there->state == model::State::live);
    if (!joins) addPhoto(*photo, e, edits);
  }
  addFile(fileId, *photo, filename, e, joins, edits);
  if (const std::string key = companionKey(filename, e); !key.empty()) m_partners.emplace(key, *photo);
  return mark;
}

bool Placer::known(const Uuid& fileId) {
  if (m_files.contains(fileId)) return true;
  const auto row = m_store.get(files(), m_occasion.scope, fileId);
  return row && row->state != model::State::tombstone;
}

std::optional<Uuid> Placer::partnerOf(const std::string& filename, const Examined& examined) {
  const std::string key = companionKey(filename, examined);
  if (key.empty()) return std::nullopt;
  if (const auto found = m_partners.find(key); found != m_partners.end()) return found->second;
  store::QuerySpec spec;
  spec.collection = &photos();
  spec.scope = m_occasion.scope;
  spec.filters.push_back({"taken_at", Filter::Op::equal, {*examined.exif.takenAt}});
  const std::string camera = cameraName(examined.exif);
  for (const store::RowValues& row : m_reader.values(spec, {"camera"})) {
    const auto* text = std::get_if<std::string>(&row.values.front());
    if ((text ? *text : std::string()) == camera && hasFileNamed(row.id, stemOf(filename))) return row.id;
  }
  return std::nullopt;
}

bool Placer::hasFileNamed(const Uuid& photo, const std::string& stem) {
  store::QuerySpec spec;
  spec.collection = &files();
  spec.scope = m_occasion.scope;
  spec.filters.push_back({"photo", Filter::Op::equal, {photo}});
  for (const store::RowValues& row : m_reader.values(spec, {"filename"})) {
    const auto* name = std::get_if<std::string>(&row.values.front());
    if (name && stemOf(*name) == stem) return true;
  }
  return false;
}

std::string Placer::roleIn(const Uuid& photo, media::Kind kind) {
  if (kind == media::Kind::raw) return "variant";
  bool mastered = !m_mastered.insert(photo).second;
  store::QuerySpec spec;
  spec.collection = &files();
  spec.scope = m_occasion.scope;
  spec.filters.push_back({"photo", Filter::Op::equal, {photo}});
  spec.filters.push_back({"role", Filter::Op::equal, {std::string("master")}});
  mastered = mastered || m_reader.count(spec) > 0;
  return mastered ? "variant" : "master";
}

void Placer::addPhoto(const Uuid& id, const Examined& e, std::vector<Edit>& edits) {
  Edit edit{&photos(), m_occasion.scope, id, model::Op::create, 0, {}};
  put(edit, "hothash", e.preview->hothash);
  put(edit, "hotpreview", e.preview->jpeg);
  put(edit, "preview_profile", std::int64_t{media::kPreviewProfile});
  put(edit, "perceptual_hash", e.preview->perceptual);
  put(edit, "width", std::int64_t{e.preview->width});
  put(edit, "height", std::int64_t{e.preview->height});
  if (e.exif.takenAt) put(edit, "taken_at", *e.exif.takenAt);
  if (e.exif.place) put(edit, "position", *e.exif.place);
  putText(edit, "camera", cameraName(e.exif));
  edits.push_back(std::move(edit));
  m_photos.insert(id);
}

void Placer::addFile(const Uuid& id, const Uuid& photo, const std::string& filename, const Examined& e,
                     bool joins, std::vector<Edit>& edits) {
  Edit edit{&files(), m_occasion.scope, id, model::Op::create, 0, {}};
  put(edit, "photo", photo);
  put(edit, "sha256", e.sha256);
  put(edit, "filename", filename);
  put(edit, "file_size", static_cast<std::int64_t>(e.bytes));
  put(edit, "mime", std::string(media::mimeOf(e.kind)));
  put(edit, "kind", std::string(media::nameOf(e.kind)));
  put(edit, "role", roleIn(photo, e.kind));
  // What a file that joined looks like by itself, so that it can be taken apart again.
  if (joins && e.preview) put(edit, "hotpreview", e.preview->jpeg);
  if (e.preview) put(edit, "perceptual_hash", e.preview->perceptual);
  if (!e.exif.all.empty()) put(edit, "exif", e.exif.all);
  put(edit, "import_session", m_occasion.session);
  put(edit, "imported_at", m_occasion.nowMs);
  if (!m_occasion.app.empty()) put(edit, "imported_info", "{\"app\":\"" + m_occasion.app + "\"}");
  put(edit, "device_id", m_occasion.device);
  edits.push_back(std::move(edit));
  m_files.insert(id);
}

}  // namespace foyer::photos
