// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

#include <QCommandLineParser>

namespace cw::test {

/// The settings that a command line of these arguments asks for.
template <class S> S parsed(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions<S>(parser);
    if (!parser.parse(QStringList{QStringLiteral("counterweight")} + arguments))
        throw Error(Error::Kind::Input, "%1", {parser.errorText().toStdString()});
    return fromCommandLine<S>(parser);
}

} // namespace cw::test
