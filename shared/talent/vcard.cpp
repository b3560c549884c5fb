// SPDX-License-Identifier: GPL-3.0-or-later
#include "talent/vcard.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace foyer::talent {
namespace {

constexpr std::size_t kLineBytes = 75;

/// Text as a value: commas, semicolons, backslashes and line ends are escaped.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c != '\r') {
      out += c;
    }
  }
  return out;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

class Card {
 public:
  void line(std::string_view name, std::string_view value) {
    if (!value.empty()) fold(std::string(name) + ':' + std::string(value));
  }
  void text(std::string_view name, std::string_view value) { line(name, escaped(value)); }

  std::string take() { return std::move(m_out); }

 private:
  /// Lines of at most 75 bytes, never cut inside a character; what goes on begins with a space.
  void fold(const std::string& whole) {
    std::size_t room = kLineBytes;
    for (std::size_t at = 0; at < whole.size();) {
      std::size_t end = std::min(whole.size(), at + room);
      while (end < whole.size() && continues(whole[end])) --end;
      if (at > 0) m_out += ' ';
      m_out.append(whole, at, end - at);
      m_out += "\r\n";
      at = end;
      room = kLineBytes - 1;
    }
  }
  std::string m_out;
};

/// Field → what address books call the network.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kNetworks = {
    {{"instagram", "instagram"},
     {"facebook", "facebook"},
     {"tiktok", "tiktok"},
     {"youtube", "youtube"},
     {"x_handle", "x"},
     {"linkedin", "linkedin"},
     {"snapchat", "snapchat"}}};

}  // namespace

std::string vcardOf(const model::Record& profile, std::string_view code, std::string_view country,
                    bool minor) {
  const std::string first(profile.text("first_name"));
  const std::string last(profile.text("last_name"));
  const std::string_view stage = profile.text("stage_name");
  Card card;
  card.line("BEGIN", "VCARD");
  card.line("VERSION", "4.0");
  card.text("FN", stage.empty() ? first + (last.empty() ? "" : " ") + last : std::string(stage));
  card.line("N", escaped(last) + ';' + escaped(first) + ";;;");
  if (!stage.empty()) card.text("NICKNAME", stage);
  if (minor) {
    card.text("RELATED;VALUE=text;TYPE=parent", profile.text("guardian_name"));
    card.text("TEL;TYPE=voice", profile.text("guardian_phone"));
  } else {
    card.text("TEL;TYPE=cell", profile.text("phone"));
    if (profile.text("whatsapp") != profile.text("phone"))
      card.text("TEL;TYPE=text", profile.text("whatsapp"));
    card.text("EMAIL", profile.text("email"));
    for (const auto& [field, network] : kNetworks) {
      card.text("X-SOCIALPROFILE;TYPE=" + std::string(network), profile.text(field));
    }
  }
  const std::string_view city = profile.text("city_name");
  if (!city.empty() || !country.empty()) card.line("ADR", ";;;" + escaped(city) + ";;;" + escaped(country));
  card.line("URL", profile.text("website"));
  card.text("NOTE", code.empty() ? std::string() : "Foyer " + std::string(code));
  card.line("END", "VCARD");
  return card.take();
}

}  // namespace foyer::talent
