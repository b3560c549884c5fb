// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/photo_files.hpp"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "photos/separate.hpp"
#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/error_words.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

enum Role {
  idRole = Qt::UserRole + 1,
  filenameRole,
  kindRole,
  roleRole,
  bytesRole,
  stateRole,
  hereRole,
  folderRole,
  separableRole
};

}  // namespace

void PhotoFiles::setScope(const QString& scope) {
  if (m_scope == scope) return;
  m_scope = scope;
  emit changed();
  ask();
}

void PhotoFiles::setPhoto(const QString& photo) {
  if (m_photo == photo) return;
  m_photo = photo;
  emit changed();
  ask();
}

void PhotoFiles::componentComplete() {
  m_backend = Backend::of(this);
  if (!m_backend) return;
  connect(m_backend, &Backend::rowsChanged, this, [this](const std::vector<store::Change>& rows) {
    static const schema::Collection* const files = &schema::collection("image_files");
    if (std::ranges::any_of(rows, [](const store::Change& row) { return row.collection == files; })) ask();
  });
  ask();
}

void PhotoFiles::ask() {
  if (!m_backend || m_photo.isEmpty()) return;
  m_backend->read(
      this,
      [scope = uuidOf(m_scope), photo = uuidOf(m_photo)](store::Reader& reader) {
        store::QuerySpec spec;
        spec.collection = &schema::collection("image_files");
        spec.scope = scope;
        spec.filters.push_back({"photo", store::Filter::Op::equal, {photo}});
        spec.order = {{"role", false}, {"filename", false}};
        std::vector<File> out;
        for (model::Record& record : reader.query(spec)) {
          File file;
          for (const auto& place : reader.originals(scope, std::string(record.text("sha256")))) {
            const QFileInfo info(QString::fromLocal8Bit(place.path.c_str()));
            file.folder = info.dir().dirName();
            file.here = info.exists() && info.size() == place.bytes;
            if (file.here) break;
          }
          file.record = std::move(record);
          out.push_back(std::move(file));
        }
        return out;
      },
      [this, asked = m_photo](std::vector<File> files) {
        if (asked != m_photo) return;
        beginResetModel();
        m_files = std::move(files);
        endResetModel();
        emit listed();
      });
}

QVariantMap PhotoFiles::exif() const {
  if (m_files.empty()) return {};
  const std::string_view text = m_files.front().record.text("exif");
  return QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())))
      .object()
      .toVariantMap();
}

void PhotoFiles::separate(const QString& fileId) {
  m_backend->work(
      this,
      [scope = uuidOf(m_scope), file = uuidOf(fileId)](EngineDriver& driver) {
        return photos::separate(driver.store(), scope, file);
      },
      [this, fileId](const Result<Uuid>& photo) {
        if (photo.ok())
          emit separated(fileId, qstring(*photo));
        else
          emit refused(wordsOf(photo.error()));
      });
}

void PhotoFiles::join(const QString& fileId, const QString& other) {
  m_backend->work(
      this,
      [scope = uuidOf(m_scope), file = uuidOf(fileId), into = uuidOf(m_photo), from = uuidOf(other)](
          EngineDriver& driver) { return photos::joinAgain(driver.store(), scope, file, into, from); },
      [this](const Result<void>& joined) {
        if (!joined.ok()) emit refused(wordsOf(joined.error()));
      });
}

int PhotoFiles::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant PhotoFiles::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const File& file = m_files[static_cast<std::size_t>(index.row())];
  switch (role) {
    case idRole:
      return qstring(file.record.id);
    case filenameRole:
      return qstring(file.record.text("filename"));
    case kindRole:
      return qstring(file.record.text("kind"));
    case roleRole:
      return qstring(file.record.text("role"));
    case bytesRole:
      return static_cast<double>(file.record.number("file_size"));
    case stateRole:
      return qstring(file.record.text("blob_state"));
    case hereRole:
      return file.here;
    case folderRole:
      return file.folder;
    case separableRole:
      return count() > 1 && !model::isNull(file.record.at("hotpreview"));
    default:
      return {};
  }
}

QHash<int, QByteArray> PhotoFiles::roleNames() const {
  return {{idRole, "recordId"}, {filenameRole, "filename"}, {kindRole, "kind"},
          {roleRole, "role"},   {bytesRole, "bytes"},       {stateRole, "state"},
          {hereRole, "here"},   {folderRole, "folder"},     {separableRole, "canSeparate"}};
}

}  // namespace foyer::qt
