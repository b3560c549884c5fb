// SPDX-License-Identifier: GPL-3.0-or-later
#include "frames.hpp"

#include "sync_metrics.hpp"

namespace foyer::server::api {

Answer problem(std::optional<Uuid> scope, const Error& error) {
  Answer answer;
  answer.frame = protocol::encode(protocol::ServerMessage(protocol::Problem{scope, error}));
  answer.status = info(error.code).httpStatus;
  return answer;
}

Answer answerTo(SyncService& service, const Principal& who, protocol::ClientMessage message) {
  Answer answer;
  if (const auto* pull = std::get_if<protocol::Pull>(&message)) {
    const Result<PageAnswer> page = service.pull(who, *pull);
    if (!page) return problem(pull->scope, page.error());
    countPull(*page);
    answer.frame = page->encode();
    if (!page->header.more) answer.caughtUp = page->header.head;
    return answer;
  }
  if (const auto* request = std::get_if<protocol::RowsRequest>(&message)) {
    const Result<PageAnswer> page = service.rows(who, *request);
    if (!page) return problem(request->scope, page.error());
    countRepaired(page->rows->rows);
    answer.frame = page->encode();
    return answer;
  }
  const auto* question = std::get_if<protocol::SumsRequest>(&message);
  const bool searches = question && question->prefixes.front().empty();
  const std::optional<protocol::ServerMessage> out = service.answer(who, std::move(message));
  if (!out) return answer;
  if (const auto* trouble = std::get_if<protocol::Problem>(&*out))
    return problem(trouble->scope, trouble->error);
  if (searches) countMismatch();
  if (std::holds_alternative<protocol::PushResult>(*out)) countPush();
  answer.frame = protocol::encode(*out);
  return answer;
}

}  // namespace foyer::server::api
