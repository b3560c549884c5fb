// SPDX-License-Identifier: GPL-3.0-or-later
#include "compress.hpp"

#include <zstd.h>

#include <memory>
#include <stdexcept>

#include "base/text.hpp"
#include "protocol/limits.hpp"

namespace foyer::protocol {
namespace {

/// Contexts cost more to make than a small frame to pack: one each per thread.
ZSTD_CCtx* compressor() {
  thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                                  &ZSTD_freeCCtx);
  return context.get();
}

ZSTD_DCtx* decompressor() {
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                                  &ZSTD_freeDCtx);
  return context.get();
}

}  // namespace

Frame pack(std::string text, int zstdLevel) {
  if (text.size() <= kCompressAbove) return {std::move(text), false};
  Frame frame;
  frame.binary = true;
  frame.bytes.resize(ZSTD_compressBound(text.size()));
  const std::size_t size = ZSTD_compressCCtx(compressor(), frame.bytes.data(), frame.bytes.size(),
                                             text.data(), text.size(), zstdLevel);
  if (ZSTD_isError(size)) throw std::runtime_error(std::string("zstd: ") + ZSTD_getErrorName(size));
  frame.bytes.resize(size);
  return frame;
}

Result<std::string_view> unpack(std::string_view bytes, bool binary, std::size_t most, std::string& storage) {
  const Error tooLarge{Code::tooLarge, {}, "the frame is too large"};
  if (bytes.size() > most) return tooLarge;
  std::string_view text = bytes;
  if (binary) {
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
      return Error{Code::badRequest, {}, "a binary frame must be one zstd block that tells its size"};
    if (size > most) return tooLarge;
    storage.resize(size);
    const std::size_t got =
        ZSTD_decompressDCtx(decompressor(), storage.data(), storage.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(got) || got != size) return Error{Code::badRequest, {}, "the zstd block is damaged"};
    text = storage;
  }
  if (!isUtf8(text)) return Error{Code::badRequest, {}, "must be UTF-8"};
  return text;
}

}  // namespace foyer::protocol
