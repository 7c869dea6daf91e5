// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Error.h"

#include <QJsonObject>
#include <QStringList>

namespace cw {

/// Where a verb answers: its result on stdout, as JSON or as text for people; notes, progress and errors on stderr.
class Terminal {
public:
    explicit Terminal(bool isJson) : m_isJson(isJson) {}

    bool isJson() const { return m_isJson; }
    /// Writes the result: the object when JSON is asked for, else the text.
    void answer(const QJsonObject &result, const QString &text) const;
    void answer(const QString &text) const;
    /// A piece of a text that people see as it grows; nothing when JSON is asked for.
    void stream(const QString &piece) const;
    void note(const QString &sentence) const;
    void fail(const Error &error) const;
    /// Whether a person watches stderr, so that a line can be written over itself.
    bool isWatched() const;

private:
    bool m_isJson;
};

} // namespace cw
