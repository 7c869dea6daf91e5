// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/TokenizerBench.h"
#include "core/bench/TokenizerKinds.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/engine/Monitor.h"
#include "tests/support/TestFiles.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cw;

class TestTokenizerBench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRateAgreesWithTheTimeThatPasses();
    void everyKindCutsTheTextItLearned();
};

void TestTokenizerBench::theRateAgreesWithTheTimeThatPasses()
{
    const auto tokenizer = Tokenizer::open(test::fixture(QStringLiteral("tokenizers/gpt2")));
    QString text;
    for (int i = 0; i < 2000; ++i)
        text += QStringLiteral("The librarian number %1 said that the café was near, and she went home.\n").arg(i);
    QElapsedTimer timer;
    timer.start();
    const double rate = tokenizerRate(*tokenizer, text);
    const double seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    const double megabytes = static_cast<double>(text.toUtf8().size()) * 1e-6;
    // Three passes ran; the two slower ones took at least as long as the median, all of them less than what passed.
    QVERIFY2(rate >= 2 * megabytes / seconds, qPrintable(QString::number(rate)));
    QVERIFY2(rate < 10000, qPrintable(QString::number(rate)));
}

void TestTokenizerBench::everyKindCutsTheTextItLearned()
{
    QString text;
    for (int i = 0; i < 200; ++i)
        text += QStringLiteral("The librarian said that the café was near, and she went home.\n");
    SilentMonitor monitor;
    const std::vector<TimedTokenizer> kinds = tokenizerKinds(text, monitor);
    QStringList names;
    for (const TimedTokenizer &kind : kinds) {
        names += kind.name;
        QVERIFY(kind.bar > 0);
        const Encoding encoding = kind.tokenizer->encode(QStringLiteral("The librarian said home."));
        QCOMPARE(encoding.ids.size(), std::size_t{5});
        for (const QString &token : encoding.tokens)
            QVERIFY2(!token.contains(u"unk", Qt::CaseInsensitive), qPrintable(kind.name));
    }
    QCOMPARE(names, QStringList({QStringLiteral("BPE"), QStringLiteral("WordPiece"), QStringLiteral("Unigram"),
                                 QStringLiteral("WordLevel")}));
}

QTEST_GUILESS_MAIN(TestTokenizerBench)
#include "TestTokenizerBench.moc"
