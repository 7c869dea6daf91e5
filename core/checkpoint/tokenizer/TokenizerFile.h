// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace cw {

/// The bytes of a tokenizer's file. Throws Error naming it: File when it cannot be read, Format when it is too large.
QByteArray readTokenizerFile(const QString &path);

/// The lines of a text file in UTF-8, without what ends them; an empty last one is left out.
QStringList readTokenizerLines(const QString &path);

} // namespace cw
