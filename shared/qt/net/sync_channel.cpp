// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/sync_channel.hpp"

#include "frame_reader.hpp"

namespace foyer::qt {

SyncChannel::SyncChannel(QObject* parent) : QObject(parent), m_reader(std::make_unique<FrameReader>()) {
  connect(m_reader.get(), &FrameReader::begun, this, &SyncChannel::pageBegun);
  connect(m_reader.get(), &FrameReader::read, this, &SyncChannel::received);
}

SyncChannel::~SyncChannel() = default;

void SyncChannel::take(const QByteArray& bytes, bool binary) {
  m_bytesReceived += static_cast<std::uint64_t>(bytes.size());
  m_reader->take({bytes.toStdString(), binary});
}

void SyncChannel::forgetFrames() { m_reader->forget(); }

}  // namespace foyer::qt
