// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_pictures.hpp"

#include <turbojpeg.h>
#include <vips/vips.h>

#include <cmath>
#include <cstring>
#include <exiv2/exiv2.hpp>
#include <fstream>
#include <stdexcept>

namespace foyer::test {
namespace {

std::vector<std::uint8_t> paint(const Scene& scene) {
  std::vector<std::uint8_t> rgb(static_cast<std::size_t>(scene.width * scene.height * 3));
  const double n = scene.number;
  std::uint32_t noise = static_cast<std::uint32_t>(scene.number) * 2654435761U + 1;
  std::size_t o = 0;
  for (int y = 0; y < scene.height; ++y) {
    for (int x = 0; x < scene.width; ++x) {
      const double u = static_cast<double>(x) / scene.width, v = static_cast<double>(y) / scene.height;
      const double hill = 0.55 + 0.16 * std::sin(u * (3 + std::fmod(n * 1.7, 5)) + n * 2.1);
      const double far = 0.42 + 0.12 * std::sin(u * (2 + std::fmod(n * 0.9, 4)) + n * 0.7);
      const double du = u - (0.2 + std::fmod(n * 0.37, 0.6)), dv = (v - 0.22) * scene.height / scene.width;
      double r = 250 - 60 * v + 20 * std::sin(n), g = 205 - 70 * v + 30 * std::sin(n * 1.3),
             b = 165 + 60 * std::sin(n * 0.6);
      if (du * du + dv * dv < 0.006) r = 255, g = 240, b = 214;
      if (v > far) r = 150 + 40 * std::sin(n * 0.5), g = 112 + 30 * std::sin(n * 0.8), b = 118;
      if (v > hill) r = 78 + 50 * std::sin(n * 1.1), g = 60 + 44 * std::sin(n * 0.4 + 1), b = 84;
      double speck = 0;
      if (scene.grain > 0) {
        noise = noise * 1664525U + 1013904223U;
        speck = static_cast<double>(noise >> 8 & 255) / 255 * scene.grain - scene.grain / 2.0;
      }
      for (const double value : {r, g, b})
        rgb[o++] = static_cast<std::uint8_t>(std::min(255.0, std::max(0.0, value + speck)));
    }
  }
  return rgb;
}

template <class Save>
Bytes byVips(const Scene& scene, Save saving) {
  static const int started = VIPS_INIT("foyer-test");
  if (started != 0) throw std::runtime_error("libvips does not start");
  const auto rgb = paint(scene);
  VipsImage* image = vips_image_new_from_memory_copy(rgb.data(), rgb.size(), scene.width, scene.height, 3,
                                                     VIPS_FORMAT_UCHAR);
  image->Type = VIPS_INTERPRETATION_sRGB;
  void* data = nullptr;
  std::size_t size = 0;
  const int failed = saving(image, &data, &size);
  g_object_unref(image);
  if (failed != 0) throw std::runtime_error(vips_error_buffer());
  Bytes out(static_cast<const std::uint8_t*>(data), size);
  g_free(data);
  return out;
}

/// A TIFF directory in the making: entries of two or four bytes, or texts that lie behind it.
class Directory {
 public:
  explicit Directory(std::uint32_t at) : m_at(at) {}
  void number(std::uint16_t tag, std::uint32_t value) { m_entries.push_back({tag, 4, 1, value, {}}); }
  void text(std::uint16_t tag, std::string value) {
    value += '\0';
    const auto count = static_cast<std::uint32_t>(value.size());
    m_entries.push_back({tag, 2, count, 0, std::move(value)});
  }
  std::string bytes() const {
    std::string out, behind;
    const auto put = [&out](std::uint32_t value, int size) {
      for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 255);
    };
    const auto end = m_at + 2 + static_cast<std::uint32_t>(m_entries.size()) * 12 + 4;
    put(static_cast<std::uint32_t>(m_entries.size()), 2);
    for (const Entry& e : m_entries) {
      put(e.tag, 2), put(e.type, 2), put(e.count, 4);
      if (e.type == 4) {
        put(e.value, 4);
      } else if (e.text.size() <= 4) {
        out += e.text + std::string(4 - e.text.size(), '\0');
      } else {
        put(end + static_cast<std::uint32_t>(behind.size()), 4);
        behind += e.text + std::string(e.text.size() % 2, '\0');
      }
    }
    put(0, 4);
    return out + behind;
  }

 private:
  struct Entry {
    std::uint16_t tag, type;
    std::uint32_t count, value;
    std::string text;
  };
  std::uint32_t m_at;
  std::vector<Entry> m_entries;
};

}  // namespace

Bytes jpegOf(const Scene& scene, int quality) {
  const auto rgb = paint(scene);
  tjhandle handle = tjInitCompress();
  unsigned char* raw = nullptr;
  unsigned long size = 0;
  tjCompress2(handle, rgb.data(), scene.width, 0, scene.height, TJPF_RGB, &raw, &size, TJSAMP_420, quality,
              0);
  Bytes out(raw, size);
  tjFree(raw);
  tjDestroy(handle);
  return out;
}

Bytes pngOf(const Scene& scene) {
  return byVips(scene, [](auto* i, auto** d, auto* s) { return vips_pngsave_buffer(i, d, s, nullptr); });
}
Bytes tiffOf(const Scene& scene) {
  return byVips(scene, [](auto* i, auto** d, auto* s) { return vips_tiffsave_buffer(i, d, s, nullptr); });
}
Bytes webpOf(const Scene& scene) {
  return byVips(scene, [](auto* i, auto** d, auto* s) { return vips_webpsave_buffer(i, d, s, nullptr); });
}
Bytes heicOf(const Scene& scene) {
  return byVips(scene, [](auto* i, auto** d, auto* s) { return vips_heifsave_buffer(i, d, s, nullptr); });
}

Bytes rawOf(const Scene& scene, const std::string& takenAt, const std::string& model) {
  const Bytes jpeg = jpegOf(scene, 80);
  constexpr std::uint32_t kDetails = 2048, kPicture = 4096;
  Directory first(8), details(kDetails);
  first.number(0x0100, 6000), first.number(0x0101, 4000);
  first.text(0x010F, "Lumen"), first.text(0x0110, model);
  first.number(0x0201, kPicture), first.number(0x0202, static_cast<std::uint32_t>(jpeg.size()));
  first.number(0x8769, kDetails);
  details.text(0x9003, takenAt), details.text(0x9011, "+02:00");
  std::string file("II*\0\x08\0\0\0", 8);
  file += first.bytes();
  file.resize(kDetails);
  file += details.bytes();
  file.resize(kPicture);
  return Bytes(asBytes(file).begin(), asBytes(file).end()) + jpeg;
}

Bytes withExif(const Bytes& picture, const Tags& tags) {
  auto image = Exiv2::ImageFactory::open(picture.data(), static_cast<long>(picture.size()));
  image->readMetadata();
  Exiv2::ExifData data = image->exifData();
  for (const auto& [key, value] : tags) data[key] = value;
  image->setExifData(data);
  image->writeMetadata();
  Exiv2::BasicIo& io = image->io();
  Bytes out(io.mmap(), static_cast<std::size_t>(io.size()));
  io.munmap();
  return out;
}

Bytes withXmp(const Bytes& jpeg, const std::string& description) {
  auto image = Exiv2::ImageFactory::open(jpeg.data(), static_cast<long>(jpeg.size()));
  image->readMetadata();
  Exiv2::XmpData data;
  data["Xmp.dc.description"] = description;
  for (int word = 0; word < 100; ++word) data["Xmp.dc.subject"] = "word " + std::to_string(word);
  image->setXmpData(data);
  image->writeMetadata();
  Exiv2::BasicIo& io = image->io();
  Bytes out(io.mmap(), static_cast<std::size_t>(io.size()));
  io.munmap();
  return out;
}

Tags shotAt(const std::string& takenAt, const std::string& model) {
  return {{"Exif.Photo.DateTimeOriginal", takenAt},
          {"Exif.Photo.OffsetTimeOriginal", "+02:00"},
          {"Exif.Image.Make", "Lumen"},
          {"Exif.Image.Model", model}};
}

void save(const std::string& path, const Bytes& bytes) {
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace foyer::test
