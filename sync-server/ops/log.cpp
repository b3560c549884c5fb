// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/log.hpp"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <mutex>

#include "base/text.hpp"

namespace foyer::server::ops {
namespace {

std::shared_ptr<spdlog::logger>& sink() {
  static std::shared_ptr<spdlog::logger> logger = [] {
    auto made = std::make_shared<spdlog::logger>("foyer", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%v");
    made->set_level(spdlog::level::warn);
    return made;
  }();
  return logger;
}

spdlog::level::level_enum toSpdlog(Level level) {
  switch (level) {
    case Level::debug:
      return spdlog::level::debug;
    case Level::info:
      return spdlog::level::info;
    case Level::warning:
      return spdlog::level::warn;
    case Level::error:
      break;
  }
  return spdlog::level::err;
}

const char* nameOf(Level level) {
  switch (level) {
    case Level::debug:
      return "debug";
    case Level::info:
      return "info";
    case Level::warning:
      return "warning";
    case Level::error:
      break;
  }
  return "error";
}

void appendString(std::string& out, std::string_view text) {
  const bool valid = isUtf8(text);
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f || (!valid && byte >= 0x80)) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", byte);
      out += escape.data();
    } else {
      out += c;
    }
  }
  out += '"';
}

struct AppendValue {
  std::string& out;
  void operator()(std::string_view v) const { appendString(out, v); }
  void operator()(std::int64_t v) const { out += std::to_string(v); }
  void operator()(bool v) const { out += v ? "true" : "false"; }
  void operator()(double v) const {
    std::array<char, 32> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), v, std::chars_format::fixed, 3);
    out.append(digits.data(), end.ptr);
  }
};

std::string utc(std::int64_t unixMs) {
  const std::time_t seconds = unixMs / 1000;
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 40> text{};
  const std::size_t used = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::snprintf(text.data() + used, text.size() - used, ".%03dZ", static_cast<int>(unixMs % 1000));
  return text.data();
}

}  // namespace

void startLog(Level level, const std::filesystem::path& file) {
  spdlog::sink_ptr target;
  if (file.empty()) {
    target = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  } else {
    target = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file.string());
  }
  auto made = std::make_shared<spdlog::logger>("foyer", target);
  made->set_pattern("%v");
  made->set_level(toSpdlog(level));
  made->flush_on(spdlog::level::info);
  sink() = std::move(made);
}

std::string logLine(Level level, std::string_view event, std::initializer_list<LogField> fields,
                    std::int64_t unixMs) {
  std::string out = "{\"time\":\"" + utc(unixMs) + "\",\"level\":\"" + nameOf(level) + "\",\"event\":";
  appendString(out, event);
  for (const LogField& field : fields) {
    out += ',';
    appendString(out, field.key);
    out += ':';
    std::visit(AppendValue{out}, field.value);
  }
  out += '}';
  return out;
}

void log(Level level, std::string_view event, std::initializer_list<LogField> fields) {
  const auto& logger = sink();
  if (!logger->should_log(toSpdlog(level))) return;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  const std::string line = logLine(level, event, fields, ms);
  logger->log(toSpdlog(level), spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace foyer::server::ops
