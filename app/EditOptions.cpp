// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditOptions.h"

#include "app/CommonOptions.h"

#include <QCoreApplication>

namespace cw {
namespace {

const QString patchOption = QStringLiteral("patch");
const QString outOption = QStringLiteral("out");
const QString scanOption = QStringLiteral("scan");

} // namespace

void addEditOutputs(QCommandLineParser &parser)
{
    parser.addOption({patchOption, QCoreApplication::translate("Option", "Writes the edit to a patch file."),
                      QStringLiteral("F.safetensors")});
    parser.addOption({outOption,
                      QCoreApplication::translate("Option", "Writes a checkpoint with the edit in it to a new folder."),
                      QStringLiteral("DIR")});
    parser.addOption(
        {scanOption, QCoreApplication::translate("Option", "Also tells what the edit did to sentences that "
                                                           "it should leave alone: definitional words, "
                                                           "names, they, facts without gender and random "
                                                           "text.")});
}

EditOutputs editOutputs(const QCommandLineParser &parser)
{
    return {placeOf(parser, patchOption), placeOf(parser, outOption), placeOf(parser, QStringLiteral("project")),
            parser.isSet(scanOption)};
}

} // namespace cw
