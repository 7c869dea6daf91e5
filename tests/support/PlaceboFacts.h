// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Monitor.h"
#include "core/jobs/EditingJob.h"
#include "core/jobs/JobFile.h"

#include <QHash>
#include <QJsonArray>
#include <QTest>

namespace cw::test {

/// The facts of the edit that a job makes.
inline QJsonObject editFacts(const QString &job, const QJsonObject &settings, const LoadedModel &model)
{
    const auto made = editingJob({job, settings}, model);
    QJsonObject facts;
    QObject::connect(made.get(), &EditingJob::made, made.get(), [&](const MadeEdit &edit) { facts = edit.facts; });
    SilentMonitor monitor;
    valueOrThrow(made->runHere(monitor));
    return facts;
}

/// A row of a table of kinds: more goes before a job's quick settings, asked is the kind, kinds are those that are
/// drawn.
inline void addKinds(const char *name, const QString &job, const QJsonObject &more, const char *asked,
                     const char *kinds)
{
    QTest::newRow(name) << job << more << QString::fromLatin1(asked) << QString::fromLatin1(kinds);
}

inline void addKindColumns()
{
    QTest::addColumn<QString>("job");
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("kinds");
}

/// The settings of a job with placebos of a kind.
inline QJsonObject withPlacebos(QJsonObject settings, int count, const QString &kind)
{
    settings[QStringLiteral("placebo")] = count;
    settings[QStringLiteral("placebo-kind")] = kind;
    return settings;
}

/// Checks guards and bands of an edit with two placebos of each kind.
inline void comparePlacebos(const QJsonObject &facts, const QString &kinds)
{
    for (const char *guard : {"mass", "perplexity", "definitions"})
        QVERIFY(facts[QLatin1String("guards")][QLatin1String(guard)][QLatin1String("before")].toDouble() > 0);
    const QJsonArray bands = facts[QLatin1String("placebo")].toArray();
    QStringList drawn;
    QHash<QString, QJsonValue> before; // of each score
    for (const QJsonValue &band : bands) {
        drawn << band[QLatin1String("kind")].toString();
        const QString score = band[QLatin1String("score")].toString();
        if (!before.contains(score))
            before.insert(score, band[QLatin1String("before")]);
        const QJsonArray draws = band[QLatin1String("draws")].toArray();
        QCOMPARE(draws.size(), 2);
        QCOMPARE(band[QLatin1String("before")], before[score]);
        QVERIFY(band[QLatin1String("before")] != band[QLatin1String("edited")]);
        QCOMPARE(band[QLatin1String("tooFew")].toBool(), true);
        QVERIFY2(draws[0] != draws[1], qPrintable(drawn.last()));
        QVERIFY2(draws[0][QLatin1String("value")] != band[QLatin1String("edited")], qPrintable(drawn.last()));
    }
    drawn.removeDuplicates();
    QCOMPARE(drawn.join(u','), kinds);
}

/// Makes the edit that a row of the table asks for and checks it; quick(job): its settings otherwise.
template <class Quick> void drawKinds(const Quick &quick, const LoadedModel &model)
{
    QFETCH(QString, job);
    QFETCH(QJsonObject, more);
    QFETCH(QString, asked);
    QFETCH(QString, kinds);
    QJsonObject settings = quick(job);
    for (auto setting = more.begin(); setting != more.end(); ++setting)
        settings[setting.key()] = setting.value();
    comparePlacebos(editFacts(job, withPlacebos(settings, 2, asked), model), kinds);
}

/// Stops a job at the third step of drawing placebos and checks that it made nothing.
inline void stopDrawing(const QString &job, const QJsonObject &settings, const LoadedModel &model)
{
    struct Stopping final : Monitor {
        void stage(const char *key) override { isDrawing = qstrcmp(key, "Drawing placebos") == 0; }
        void step(std::int64_t, std::int64_t) override
        {
            if (isDrawing && ++steps == 3)
                throw Error(Error::Kind::Cancelled, "");
        }
        bool isDrawing = false;
        int steps = 0;
    } monitor;
    const auto made = editingJob({job, settings}, model);
    bool isMade = false;
    QObject::connect(made.get(), &EditingJob::made, made.get(), [&](const MadeEdit &) { isMade = true; });
    const Result<void> result = made->runHere(monitor);
    QVERIFY(!result && result.error().kind() == Error::Kind::Cancelled);
    QVERIFY(!isMade);
    QCOMPARE(monitor.steps, 3);
}

} // namespace cw::test
