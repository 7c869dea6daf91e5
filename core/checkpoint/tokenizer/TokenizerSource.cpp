// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/TokenizerSource.h"

#include "core/checkpoint/FolderFile.h"
#include "core/engine/Error.h"

#include <QDir>
#include <QFileInfo>

namespace cw {

JsonPart tokenizerSource(const QString &folder, const TokenizerSettings &settings)
{
    const QDir dir(folder);
    const auto has = [&dir](const char *name) { return QFileInfo::exists(dir.filePath(QLatin1String(name))); };
    const auto path = [&folder](const char *name) { return fileInFolder(folder, QLatin1String(name)); };
    if (has("tokenizer.json"))
        return JsonPart::file(path("tokenizer.json"));
    for (const char *name : {"tokenizer.model", "spiece.model"}) {
        if (has(name))
            return sentencePieceSource(path(name), settings);
    }
    if (has("vocab.json") && has("merges.txt"))
        return bytePairSource(path("vocab.json"), path("merges.txt"), settings);
    if (has("vocab.txt"))
        return wordPieceSource(path("vocab.txt"), settings);
    throw Error(Error::Kind::File,
                QT_TRANSLATE_NOOP("Error", "%1 has no tokenizer: it holds neither tokenizer.json nor tokenizer.model, "
                                           "spiece.model, vocab.json with merges.txt or vocab.txt; copy one of them "
                                           "from where the model came from."),
                {folder.toStdString()});
}

} // namespace cw
