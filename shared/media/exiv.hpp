// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foyer::media {

/// Before the first use of Exiv2 on any thread: quiet, with HEIC, and with a lock around its XMP parser,
/// which is not made for several threads.
void prepareExiv2();

}  // namespace foyer::media
