// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Terminal.h"

#include "core/jobs/Attempt.h"

#include <QFile>
#include <QJsonDocument>
#include <cstdio>
#include <unistd.h>

namespace cw {
namespace {

void writeTo(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void Terminal::answer(const QJsonObject &result, const QString &text) const
{
    if (m_isJson)
        writeTo(stdout, QJsonDocument(result).toJson(QJsonDocument::Compact) + QByteArray("\n"));
    else
        answer(text);
}

void Terminal::answer(const QString &text) const
{
    writeTo(stdout, text.toUtf8() + (text.endsWith(u'\n') ? "" : "\n"));
}

void Terminal::stream(const QString &piece) const
{
    if (!m_isJson)
        writeTo(stdout, piece.toUtf8());
}

void Terminal::note(const QString &sentence) const
{
    writeTo(stderr, sentence.toUtf8() + "\n");
}

void Terminal::fail(const Error &error) const
{
    if (!m_isJson)
        return note(describe(error));
    const QJsonObject inner{{QStringLiteral("kind"), QLatin1String(name(error.kind()))},
                            {QStringLiteral("message"), describe(error)}};
    const QJsonObject outer{{QStringLiteral("error"), inner}};
    writeTo(stderr, QJsonDocument(outer).toJson(QJsonDocument::Compact) + QByteArray("\n"));
}

bool Terminal::isWatched() const
{
    return ::isatty(STDERR_FILENO) != 0;
}

} // namespace cw
