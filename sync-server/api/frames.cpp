// SPDX-License-Identifier: GPL-3.0-or-later
#include "frames.hpp"

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
    answer.frame = page->encode();
    if (!page->header.more) answer.caughtUp = page->header.head;
    return answer;
  }
  const std::optional<protocol::ServerMessage> out = service.answer(who, std::move(message));
  if (!out) return answer;
  if (const auto* trouble = std::get_if<protocol::Problem>(&*out))
    return problem(trouble->scope, trouble->error);
  answer.frame = protocol::encode(*out);
  return answer;
}

}  // namespace foyer::server::api
