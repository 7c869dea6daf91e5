// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/HubListing.h"

#include "core/engine/Error.h"
#include "core/hub/HubModel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

constexpr qsizetype longestPath = 1000;

[[noreturn]] void throwUnusable(const HubModel &model, const char *why)
{
    throw Error(Error::Kind::Format,
                QT_TRANSLATE_NOOP("Error", "The answer of %1 about %2 cannot be used (%3): is it the address of a "
                                           "Hugging Face compatible hub?"),
                {model.hub().toString().toStdString(), model.repository().toStdString(), why});
}

bool isHexadecimal(const QString &text, qsizetype digits)
{
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]+$"));
    return text.size() == digits && form.match(text).hasMatch();
}

/// A relative path that stays below the folder it is put into, on every system.
bool isHarmless(const QString &path)
{
    if (path.isEmpty() || path.size() > longestPath || path.contains(u'\\') || path.contains(u':'))
        return false;
    if (std::any_of(path.begin(), path.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; }))
        return false;
    const QStringList parts = path.split(u'/');
    return std::none_of(parts.begin(), parts.end(), [](const QString &part) {
        return part.isEmpty() || part == QLatin1String(".") || part == QLatin1String("..");
    });
}

/// Files in git's large file storage have a SHA-256 of their own; their blob is only a pointer to them.
HubFile fileOf(const QString &name, const QJsonObject &entry)
{
    const QJsonObject large = entry[QLatin1String("lfs")].toObject();
    const double size = (large.isEmpty() ? entry : large)[QLatin1String("size")].toDouble(-1);
    const QString sha256 = large[QLatin1String("sha256")].toString();
    const QString blob = entry[QLatin1String("blobId")].toString();
    HubFile file;
    file.name = name;
    file.size = size >= 0 && size < 9e15 && size == std::floor(size) ? static_cast<qint64>(size) : -1;
    file.kind = large.isEmpty() ? HubFile::Checksum::GitSha1 : HubFile::Checksum::Sha256;
    if (large.isEmpty() ? isHexadecimal(blob, 40) : isHexadecimal(sha256, 64))
        file.checksum = (large.isEmpty() ? blob : sha256).toLatin1();
    return file;
}

} // namespace

const HubFile *HubListing::find(const QString &name) const
{
    const auto found = files.find(name);
    return found == files.end() ? nullptr : &found->second;
}

HubListing readListing(const QByteArray &answer, const HubModel &model)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (!document.isObject())
        throwUnusable(model, "no JSON object");
    HubListing listing;
    listing.commit = document[QLatin1String("sha")].toString();
    if (!isHexadecimal(listing.commit, 40))
        throwUnusable(model, "no commit \"sha\"");
    if (!document[QLatin1String("siblings")].isArray())
        throwUnusable(model, "no list \"siblings\"");
    for (const QJsonValue entry : document[QLatin1String("siblings")].toArray()) {
        const QString name = entry[QLatin1String("rfilename")].toString();
        if (!isHarmless(name))
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "The hub %1 lists \"%2\" as a file of %3, which could be written "
                                                   "outside of the model's folder: nothing was downloaded."),
                        {model.hub().toString().toStdString(), name.toStdString(), model.repository().toStdString()});
        listing.files.emplace(name, fileOf(name, entry.toObject()));
    }
    return listing;
}

} // namespace cw
