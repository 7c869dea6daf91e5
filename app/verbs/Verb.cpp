// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs/Verb.h"

namespace cw {

void requirePlaces(const QCommandLineParser &parser, int least, int most, const char *wanted)
{
    const QStringList places = parser.positionalArguments();
    if (places.size() < least)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "Too few arguments: name %1."), {wanted});
    if (places.size() > most)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "\"%1\" is one argument too many: name %2."),
                    {places[most].toStdString(), wanted});
}

void refuseLater(const QCommandLineParser &parser, const QStringList &options)
{
    for (const QString &option : options)
        if (parser.isSet(option))
            throw Error(Error::Kind::Unsupported, QT_TRANSLATE_NOOP("Error", "This version has no --%1 yet."),
                        {option.toStdString()});
}

void addLater(QCommandLineParser &parser, const QStringList &options)
{
    for (const QString &name : options) {
        QCommandLineOption option(name, QString(), QStringLiteral("VALUE"));
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
}

} // namespace cw
