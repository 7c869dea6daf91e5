// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/BigCheckpoint.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using cw::test::BigCheckpoint;

/// Makes a checkpoint of a real model's size to measure with: MakeCheckpoint SHAPE FOLDER [--holes] [--shard-bytes N]
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("SHAPE"), BigCheckpoint::shapes().join(QStringLiteral(", ")));
    parser.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("New folder for the checkpoint."));
    parser.addOption({QStringLiteral("holes"), QStringLiteral("Sparse files instead of random weights.")});
    parser.addOption({QStringLiteral("shard-bytes"), QStringLiteral("Size of a shard at most (default: one file)."),
                      QStringLiteral("N"), QStringLiteral("0")});
    parser.process(application);
    const BigCheckpoint big = BigCheckpoint::named(parser.positionalArguments().value(0));
    if (big.isEmpty() || parser.positionalArguments().size() != 2)
        parser.showHelp(2);
    const auto fill = parser.isSet(QStringLiteral("holes")) ? BigCheckpoint::Fill::Holes : BigCheckpoint::Fill::Random;
    const QString folder = parser.positionalArguments().at(1);
    if (!big.write(folder, fill, parser.value(QStringLiteral("shard-bytes")).toLongLong())) {
        QTextStream(stderr) << folder << " cannot be written.\n";
        return 1;
    }
    QTextStream(stdout) << big.bytes() << " bytes of weights\n";
    return 0;
}
