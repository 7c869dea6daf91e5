// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/HubModel.h"

#include "core/engine/Error.h"

#include <QRegularExpression>

namespace cw {
namespace {

constexpr qsizetype longestName = 200;

QUrl checkedHub(const QString &text)
{
    const QUrl hub(text.trimmed(), QUrl::StrictMode);
    const bool isWeb = hub.scheme() == QLatin1String("https") || hub.scheme() == QLatin1String("http");
    if (!hub.isValid() || !isWeb || hub.host().isEmpty() || !hub.userInfo().isEmpty() || hub.hasQuery() ||
        hub.hasFragment())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" is no address of a hub: it must be like https://huggingface.co, "
                                               "without a name or a password in it."),
                    {text.toStdString()});
    return hub.adjusted(QUrl::StripTrailingSlash);
}

void checkRepository(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9._-]*/[A-Za-z0-9_][A-Za-z0-9._-]*$"));
    if (text.size() > longestName || !form.match(text).hasMatch() || text.contains(QLatin1String("..")))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" is no name of a model on a hub: write OWNER/NAME, such as "
                                               "openai-community/gpt2."),
                    {text.toStdString()});
}

void checkRevision(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9._/+-]*$"));
    if (text.size() > longestName || !form.match(text).hasMatch() || text.contains(QLatin1String("..")))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" is no revision: write the name of a branch or a tag, or a "
                                               "commit."),
                    {text.toStdString()});
}

} // namespace

HubModel::HubModel(const QString &hub, const QString &repository, const QString &revision)
    : m_hub(checkedHub(hub)), m_repository(repository.trimmed()), m_revision(revision.trimmed())
{
    checkRepository(m_repository);
    checkRevision(m_revision);
}

QString HubModel::name() const
{
    return m_repository.section(u'/', 1);
}

QUrl HubModel::at(const QByteArray &path) const
{
    return QUrl::fromEncoded(m_hub.toEncoded() + path);
}

QUrl HubModel::listing() const
{
    // A slash inside a revision is part of its name.
    return at("/api/models/" + m_repository.toLatin1() + "/revision/" + QUrl::toPercentEncoding(m_revision) +
              "?blobs=true");
}

QUrl HubModel::file(const QString &commit, const QString &name) const
{
    return at('/' + m_repository.toLatin1() + "/resolve/" + QUrl::toPercentEncoding(commit) + '/' +
              QUrl::toPercentEncoding(name));
}

QUrl HubModel::page() const
{
    return at('/' + m_repository.toLatin1());
}

} // namespace cw
