// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/error.hpp"
#include "base/hlc.hpp"
#include "model/digest.hpp"
#include "model/mutation.hpp"
#include "model/record.hpp"
#include "protocol/verify.hpp"

/// The sync conversation. One message = one frame: a WebSocket message on /api/v1/sync/live, or the body of
/// one POST on /api/v1/sync/{hello,push,pull}, whose answer's body is the answering message. PROTOCOL.md is
/// the spec.
namespace foyer::protocol {

inline constexpr int kVersion = 1;

/// A point of a scope's history that a device has been at: the running hash of its transactions (law 11).
struct ChainMark {
  std::int64_t version = 0;
  model::Digest hash;
  bool operator==(const ChainMark&) const = default;
};

/// Where a device stands in one scope.
struct ScopeState {
  Uuid scope;
  std::int64_t epoch = 0;             ///< of `cursor`; 0 = never synced
  std::int64_t cursor = 0;            ///< everything up to this version is here
  std::uint64_t lastSeq = 0;          ///< highest number this device has given out in this scope
  std::uint64_t acked = 0;            ///< outcomes up to this number are stored on the device
  std::optional<model::Digest> hash;  ///< running hash at `cursor`, as a page said
  std::vector<ChainMark> marks;       ///< older points, ascending: show where histories part
};

/// Where a page ends. Opaque to the device, which only stores it and gives it back; the server checks it.
struct PageToken {
  std::int64_t since = 0;        ///< versions up to here were complete when this pass began
  std::int64_t target = 0;       ///< head when this pass began: complete up to here once the pass ends
  std::uint16_t collection = 0;  ///< next collection to read, from…
  std::int64_t version = 0;      ///< …rows after this (version, id)
  Uuid id;
  int fill = 0;  ///< the device's schema level before an upgrade: from 0 up to `target` only what it lacked
  bool operator==(const PageToken&) const = default;
};

// ---- device to server

struct Hello {
  int protocol = kVersion;
  int schema = schema::kSchemaLevel;
  Uuid device;
  std::string app;  ///< "Foyer 0.1.0 (phone)", for the operator's device list
  std::int64_t wallMs = 0;
  std::vector<ScopeState> scopes;
};

/// A mutation of a push whose shape the declaration doesn't allow, but whose number can be read: to be
/// answered with "held" for itself alone. `bytes` is its JSON as received, without white space.
struct BadMutation {
  std::uint64_t seq = 0;
  Error error;
  std::string bytes;
};
using PushItem = std::variant<model::Mutation, BadMutation>;
std::uint64_t seqOf(const PushItem& item);

struct Push {
  Uuid scope;
  std::uint64_t ack = 0;            ///< outcomes up to this number are stored on the device
  std::vector<PushItem> mutations;  ///< ascending, gap-free seq. Decoded: `scope` set, `device` nil, the
                                    ///< caller's token says which device it is
};

struct Pull {
  Uuid scope;
  std::int64_t epoch = 0;
  PageToken from;                     ///< {cursor, 0, 0, 0, nil} starts a pass
  std::int64_t limit = 0;             ///< rows; 0 = the server's default
  bool follow = false;                ///< live only: send Pages of later changes by yourself once caught up
  int schema = schema::kSchemaLevel;  ///< what may be sent; 1 when the message doesn't say
};

struct Unfollow {
  Uuid scope;
};
struct Ping {
  std::uint64_t n = 0;
};

// ---- server to device

struct ScopeOffer {
  Uuid scope;
  schema::Scope kind = schema::Scope::person;
  std::string role;  ///< "owner", "admin", "member", "child", "coordinator", "presence", "kiosk", "reader"
  std::int64_t epoch = 0;
  std::int64_t head = 0;
  std::uint64_t lastSeq = 0;               ///< highest number the server has stored from this device
  std::optional<std::int64_t> known = {};  ///< what the device's cursor counts as here (law 11)
  std::optional<std::int64_t> rows = {};   ///< about how many rows a first sync brings: an estimate
};

struct Welcome {
  int protocol = kVersion;
  int schema = schema::kSchemaLevel;
  Uuid account;
  std::int64_t wallMs = 0;
  std::vector<ScopeOffer>
      scopes;  ///< all the account is a member of; a scope that is missing is lost (law 12)
  std::int64_t maxPushMutations = 0;
  std::int64_t maxFrameBytes = 0;
  std::vector<Uuid> forgotten;  ///< named in hello, and nobody here has ever heard of them (law 11)
};

struct PushResult {
  Uuid scope;
  std::int64_t epoch = 0;  ///< 0: the scope is still not there
  std::int64_t head = 0;
  std::uint64_t lastSeq = 0;
  std::vector<model::MutationResult> results;
};

/// Rows of one scope. Sent as a header line and one batch per collection (see PROTOCOL.md); decoded row by
/// row.
struct PageHeader {
  Uuid scope;
  std::int64_t epoch = 0;
  PageToken next;  ///< ask from here; when !more, {head, 0, 0, 0, nil}
  std::int64_t head = 0;
  bool more = false;
  bool live = false;  ///< sent unasked to a follower: valid only on top of `from`
  std::int64_t from = 0;
  bool part = false;  ///< answers a RowsRequest: some rows outside of any pass, the cursor stays
  std::optional<model::Digest> digest;  ///< when !more: of the scope at `head`
  std::optional<model::Digest> hash;    ///< when !more: running hash of the scope's transactions at `head`
};

struct Stale {
  Uuid scope;
};                        ///< following ended because the reader was too slow; pull again
struct ScopesChanged {};  ///< memberships changed; say hello again
struct Pong {
  std::uint64_t n = 0;
};
struct Bye {
  std::string reason;
};  ///< the server is stopping; connect again later
struct Problem {
  std::optional<Uuid> scope;
  Error error;
};

using ClientMessage = std::variant<Hello, Push, Pull, Unfollow, Ping, SumsRequest, MarksRequest, RowsRequest>;
struct Page {
  PageHeader header;
  std::vector<model::Record> rows;
  std::vector<model::Digest> hashes;  ///< not sent: of the rows, when whoever read them computed them
};
using ServerMessage =
    std::variant<Welcome, PushResult, Page, Stale, ScopesChanged, Pong, Bye, Problem, Sums, Marks>;

}  // namespace foyer::protocol
