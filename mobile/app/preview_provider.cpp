// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview_provider.hpp"

#include <QFile>
#include <QImage>
#include <QQmlEngine>
#include <QRunnable>

#include "media/exif.hpp"
#include "media/picture.hpp"
#include "qt/backend.hpp"
#include "schema/collections.hpp"
#include "store/reader.hpp"

namespace foyer::mobile {
namespace {

constexpr int kLargeSide = 1200;
constexpr qint64 kMostBytes = 256LL << 20;

/// One reader per thread and database; a thread of a pool lives long.
store::Reader* readerOf(const std::filesystem::path& file) {
  thread_local std::filesystem::path of;
  thread_local std::unique_ptr<store::Reader> reader;
  if (!reader || of != file) {
    auto opened = store::Reader::open(file);
    reader = opened.ok() ? std::move(*opened) : nullptr;
    of = file;
  }
  return reader.get();
}

QImage toImage(const Bytes& jpeg) {
  return QImage::fromData(reinterpret_cast<const uchar*>(jpeg.data()), static_cast<int>(jpeg.size()));
}

QImage original(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) return {};
  const QByteArray raw = file.readAll();
  const std::span bytes(reinterpret_cast<const std::uint8_t*>(raw.constData()),
                        static_cast<std::size_t>(raw.size()));
  const auto exif = media::readExif(bytes);
  const auto kind = media::kindOf(bytes.first(std::min(bytes.size(), media::kHeadBytes)), path.toStdString());
  const auto picture = media::decodePicture(kind, bytes, exif ? exif->orientation : 1, kLargeSide);
  if (!picture) return {};
  return QImage(picture->rgb.data(), picture->width, picture->height, picture->width * 3,
                QImage::Format_RGB888)
      .copy();
}

/// What of a photo this device can show best; nothing when its originals are elsewhere.
QImage largeOf(store::Reader& reader, const Uuid& scope, const Uuid& photo) {
  store::QuerySpec spec;
  spec.collection = &schema::collection("image_files");
  spec.scope = scope;
  spec.filters.push_back({"photo", store::Filter::Op::equal, {photo}});
  spec.order.push_back({"role", false});  // the master first
  for (const auto& row : reader.values(spec, {"sha256"})) {
    const auto* sha = std::get_if<std::string>(&row.values.front());
    if (!sha) continue;
    for (const auto& place : reader.originals(scope, *sha)) {
      const QImage image = original(QString::fromLocal8Bit(place.path.c_str()));
      if (!image.isNull()) return image;
    }
  }
  return {};
}

QImage read(const std::filesystem::path& database, const QString& id) {
  const Uuid scope = Uuid::parse(id.section(u'/', 0, 0).toStdString()).value_or(Uuid());
  const Uuid photo = Uuid::parse(id.section(u'/', 1, 1).toStdString()).value_or(Uuid());
  try {
    store::Reader* reader = readerOf(database);
    if (!reader) return {};
    if (id.endsWith(QLatin1String("/large"))) return largeOf(*reader, scope, photo);
    store::QuerySpec spec;
    spec.collection = &schema::collection("photos");
    spec.scope = scope;
    spec.filters.push_back({"id", store::Filter::Op::equal, {photo}});
    for (const auto& row : reader->values(spec, {"hotpreview"}))
      if (const auto* jpeg = std::get_if<Bytes>(&row.values.front())) return toImage(*jpeg);
  } catch (const store::Failure&) {  // the tile stays empty; whoever edits next is told of the disk
  }
  return {};
}

class Response : public QQuickImageResponse, public QRunnable {
 public:
  Response(std::filesystem::path database, QString id)
      : m_database(std::move(database)), m_id(std::move(id)) {
    setAutoDelete(false);
  }
  void run() override {
    if (!m_cancelled) m_image = read(m_database, m_id);
    emit finished();
  }
  /// Scrolled away before its turn.
  void cancel() override { m_cancelled = true; }
  QQuickTextureFactory* textureFactory() const override {
    return QQuickTextureFactory::textureFactoryForImage(m_image);
  }
  /// No picture is no error: what lies below is shown.
  QString errorString() const override { return {}; }

 private:
  std::filesystem::path m_database;
  QString m_id;
  QImage m_image;
  std::atomic<bool> m_cancelled{false};
};

}  // namespace

PreviewProvider::PreviewProvider(std::filesystem::path database) : m_database(std::move(database)) {
  m_small.setMaxThreadCount(1);
  m_small.setExpiryTimeout(-1);
  m_large.setMaxThreadCount(1);
  m_large.setExpiryTimeout(-1);
}

PreviewProvider::~PreviewProvider() {
  m_small.waitForDone();
  m_large.waitForDone();
}

void PreviewProvider::install(QQmlEngine& engine) {
  if (const auto* backend = qt::Backend::of(&engine))
    engine.addImageProvider(QStringLiteral("photo"), new PreviewProvider(backend->file()));
}

QQuickImageResponse* PreviewProvider::requestImageResponse(const QString& id, const QSize&) {
  auto* response = new Response(m_database, id);
  (id.endsWith(QLatin1String("/large")) ? m_large : m_small).start(response);
  return response;
}

}  // namespace foyer::mobile
