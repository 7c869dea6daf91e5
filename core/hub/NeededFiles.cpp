// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/NeededFiles.h"

#include "core/engine/Error.h"
#include "core/hub/HubModel.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace cw {
namespace {

bool isSmallPart(const QString &name)
{
    static const QRegularExpression form(
        QStringLiteral("^(config\\.json|generation_config\\.json|tokenizer\\.json|tokenizer_config\\.json|"
                       "special_tokens_map\\.json|added_tokens\\.json|vocab\\.json|merges\\.txt|vocab\\.txt|"
                       "tokenizer\\.model|spiece\\.model|sentencepiece\\.bpe\\.model|"
                       "(?i:(licen[cs]e|copying|notice|use_policy|readme)[-_.a-z0-9]*))$"));
    return form.match(name).hasMatch();
}

[[noreturn]] void throwIncomplete(const HubModel &model, const char *missing)
{
    throw Error(Error::Kind::Unsupported,
                QT_TRANSLATE_NOOP("Error", "%1 at revision %2 is no checkpoint that can be opened: it has no %3."),
                {model.repository().toStdString(), model.revision().toStdString(), missing});
}

} // namespace

NeededFiles::NeededFiles(const HubListing &listing, const HubModel &model) : m_listing(listing), m_model(model)
{
    if (!listing.find(QStringLiteral("config.json")))
        throwIncomplete(model, "config.json");
    for (const QString &name : {QStringLiteral("model.safetensors"), QStringLiteral("pytorch_model.bin")}) {
        m_weights = listing.find(name);
        if (m_weights)
            return;
        m_index = listing.find(name + u".index.json");
        if (m_index)
            return;
    }
    throwIncomplete(model, "model.safetensors, pytorch_model.bin");
}

QVector<HubFile> NeededFiles::shards(const QByteArray &indexText) const
{
    const QJsonObject map = QJsonDocument::fromJson(indexText)[QLatin1String("weight_map")].toObject();
    QSet<QString> names;
    for (const QJsonValue name : map)
        names.insert(name.toString());
    QVector<HubFile> files;
    for (const QString &name : names) {
        const HubFile *file = name.contains(u'/') ? nullptr : m_listing.find(name);
        if (!file)
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1 of %2 asks for the file \"%3\", which the hub does not have."),
                        {m_index->name.toStdString(), m_model.repository().toStdString(), name.toStdString()});
        files.append(*file);
    }
    if (files.isEmpty())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 of %2 has no weight_map that lists files."),
                    {m_index->name.toStdString(), m_model.repository().toStdString()});
    std::sort(files.begin(), files.end(), [](const HubFile &a, const HubFile &b) { return a.name < b.name; });
    return files;
}

QVector<HubFile> NeededFiles::files(const QByteArray &indexText) const
{
    QVector<HubFile> files;
    for (const auto &[name, file] : m_listing.files)
        if (isSmallPart(name))
            files.append(file);
    if (m_index) {
        files.append(*m_index);
        files += shards(indexText);
    } else {
        files.append(*m_weights);
    }
    for (const HubFile &file : files)
        if (file.size < 0 || file.checksum.isEmpty())
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error",
                                          "The hub %1 gives no size or no checksum for %2: what came could not "
                                          "be verified."),
                        {m_model.hub().toString().toStdString(), file.name.toStdString()});
    return files;
}

} // namespace cw
