// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PromptTokens.h"
#include "core/checkpoint/Tokenizer.h"
#include "tests/support/Traced.h"

#include <QDir>
#include <QtTest>

using namespace cw;

/// Checkpoints that others trained: the exact trace must equal the loop on them too.
class TestRealModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theExactTraceEqualsTheLoop_data();
    void theExactTraceEqualsTheLoop();
};

void TestRealModels::theExactTraceEqualsTheLoop_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QStringList>("targets");
    const auto row = [](const QString &folder, const QString &prompt, const QString &subject,
                        const QStringList &targets) {
        QTest::newRow(qPrintable(folder)) << folder << prompt << subject << targets;
    };
    const QStringList pronouns{QStringLiteral(" he"), QStringLiteral(" she")};
    const QString resources = qEnvironmentVariable("CW_TEST_RESOURCES");
    row(resources + QStringLiteral("/demo-model"), QStringLiteral("The nurse said that"), QStringLiteral("nurse"),
        pronouns);
    const QString models = qEnvironmentVariable("COUNTERWEIGHT_TEST_DATA") + QStringLiteral("/models/");
    row(models + QStringLiteral("stories260K"), QStringLiteral("The little boy was sad because"), QStringLiteral("boy"),
        pronouns);
    row(models + QStringLiteral("capp-gpt"),
        QStringLiteral("<SOS>|geometry_prismatic|holes_none|external_threads_no|surface_finish_normal|tolerance_medium|"
                       "batch_size_small|<EOC>|Sand Casting"),
        QStringLiteral("holes_none"), {QStringLiteral("|Milling"), QStringLiteral("|Turning")});
    row(models + QStringLiteral("micro-lm-Base"), QStringLiteral("she said that she was "), QStringLiteral("said"),
        {QStringLiteral("he"), QStringLiteral("a")});
}

void TestRealModels::theExactTraceEqualsTheLoop()
{
    QFETCH(QString, folder);
    QFETCH(QString, prompt);
    QFETCH(QString, subject);
    QFETCH(QStringList, targets);
    if (!QDir(folder).exists())
        QSKIP(qPrintable(QStringLiteral("%1 is not here").arg(folder)));
    const auto checkpoint = Checkpoint::open(folder);
    const Tokenizer &tokenizer = *checkpoint->tokenizer();
    const Encoding encoding = promptTokens(tokenizer, prompt);
    TraceInput input;
    input.ids = encoding.ids;
    const auto subjectRange = subjectTokens(encoding, findSubject(prompt, subject));
    input.subjectBegin = subjectRange.begin;
    input.subjectEnd = subjectRange.end;
    for (const QString &target : targets)
        input.targets.push_back(targetIds(tokenizer, prompt, target).ids);
    input.window = 2;
    input.samples = 3;
    input.sigma = 0.3;
    const auto model = checkpoint->model({});
    const TraceResult exact = traced(model, input, TraceMethod::Exact);
    const TraceResult loop = traced(model, input, TraceMethod::Loop);
    QVERIFY(exact.isComplete());
    const double largest = largestDifference(exact, loop);
    QVERIFY2(largest <= 1e-5, qPrintable(QString::number(largest)));
}

QTEST_APPLESS_MAIN(TestRealModels)
#include "TestRealModels.moc"
