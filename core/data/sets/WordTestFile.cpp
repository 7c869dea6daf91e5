// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/WordTestFile.h"

#include "core/engine/Error.h"

#include <QJsonArray>

namespace cw {
namespace {

WordTest::Set setOf(const QJsonObject &object, const char *key, const QString &source)
{
    const QJsonObject set = object[QLatin1String(key)].toObject();
    WordTest::Set result{set[QLatin1String("category")].toString(), {}};
    for (const QJsonValue example : set[QLatin1String("examples")].toArray())
        if (!example.toString().isEmpty() && !result.examples.contains(example.toString()))
            result.examples << example.toString();
    if (result.examples.isEmpty())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 has no set \"%2\" with a list \"examples\" of texts."),
                    {source.toStdString(), key});
    return result;
}

} // namespace

WordTest WordTest::fromJson(const QString &name, const QJsonObject &object, const QString &source)
{
    WordTest test{name, setOf(object, "targ1", source), setOf(object, "targ2", source), setOf(object, "attr1", source),
                  setOf(object, "attr2", source)};
    if (test.targetsX.examples.size() != test.targetsY.examples.size())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "The target sets of %1 have %2 and %3 examples: the test needs as many "
                                               "in both."),
                    {source.toStdString(), std::to_string(test.targetsX.examples.size()),
                     std::to_string(test.targetsY.examples.size())});
    return test;
}

} // namespace cw
