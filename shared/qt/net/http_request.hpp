// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

#include "base/error.hpp"

namespace foyer::qt {

/// A request to our server: JSON, time-out, no redirects (a token must not follow one), no cookies.
QNetworkRequest jsonRequest(const QUrl& server, const QString& path, const QString& token);
/// Aborts the answer when its body grows above `bytes`. Replaces Qt's own guard, which refuses bodies that
/// inflate well.
void capBody(QNetworkReply* reply, qint64 bytes);
/// What has arrived; nothing when it was aborted.
QByteArray bodyOf(QNetworkReply* reply);
/// Why an answer is not a success: the server's own words when it sent its envelope, else what the network
/// says.
Error errorOf(QNetworkReply* reply, const QByteArray& body);

}  // namespace foyer::qt
