// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QUrl;

namespace cw {

/// Whether the environment has a token, whatever it is.
bool hasHubToken();

/// The token of the environment variable HF_TOKEN, empty without one. It is kept nowhere but in memory. Throws Error of
/// kind Input when it cannot be a token, or when the way to the hub is not encrypted.
QByteArray hubToken(const QUrl &hub);

} // namespace cw
