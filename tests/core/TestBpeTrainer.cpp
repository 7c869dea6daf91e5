// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/BpeTrainer.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cw;

class TestBpeTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTokensAreThoseOfTheReferenceLibrary();
    void theSameTextGivesTheSameFile();
    void theOrderOfDocumentsDoesNotMatter();
    void theFileHoldsEveryTokenAndMerge();
    void aShortTextFillsNoMoreThanItCan();
    void cancelStopsTheTraining();

private:
    BpeTrainer trained(const QStringList &texts, int vocabulary) const;

    QStringList m_lines;
    QStringList m_tokens;
};

namespace {

class Stopping final : public Monitor {
public:
    void stage(const char *) override {}
    void step(std::int64_t, std::int64_t) override { throw Error(Error::Kind::Cancelled, "stopped"); }
};

QString fixture(const char *name)
{
    QFile file(qEnvironmentVariable("CW_TEST_FIXTURES") + QStringLiteral("/bpe/") + QLatin1String(name));
    file.open(QIODevice::ReadOnly);
    return QString::fromUtf8(file.readAll());
}

} // namespace

void TestBpeTrainer::initTestCase()
{
    for (const QString &line : fixture("small.txt").split(u'\n', Qt::SkipEmptyParts))
        m_lines.append(line + u'\n');
    m_tokens = fixture("tokens.txt").split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(!m_lines.isEmpty() && m_tokens.size() > 257);
}

BpeTrainer TestBpeTrainer::trained(const QStringList &texts, int vocabulary) const
{
    BpeTrainer trainer(vocabulary);
    for (const QString &text : texts)
        trainer.add(text);
    SilentMonitor monitor;
    trainer.train(monitor);
    return trainer;
}

void TestBpeTrainer::theTokensAreThoseOfTheReferenceLibrary()
{
    const BpeTrainer trainer = trained(m_lines, static_cast<int>(m_tokens.size()));
    QCOMPARE(QStringList(trainer.tokens().begin(), trainer.tokens().end()), m_tokens);
}

void TestBpeTrainer::theSameTextGivesTheSameFile()
{
    QCOMPARE(trained(m_lines, 320).json(), trained(m_lines, 320).json());
}

void TestBpeTrainer::theOrderOfDocumentsDoesNotMatter()
{
    QStringList reversed = m_lines;
    std::reverse(reversed.begin(), reversed.end());
    QCOMPARE(trained(reversed, 320).json(), trained(m_lines, 320).json());
}

void TestBpeTrainer::theFileHoldsEveryTokenAndMerge()
{
    const BpeTrainer trainer = trained(m_lines, 300);
    const QJsonObject root = QJsonDocument::fromJson(trainer.json()).object();
    const QJsonObject model = root[QStringLiteral("model")].toObject();
    const QJsonObject vocabulary = model[QStringLiteral("vocab")].toObject();
    QCOMPARE(trainer.size(), 300);
    QCOMPARE(vocabulary.size(), 300);
    QCOMPARE(model[QStringLiteral("merges")].toArray().size(), 300 - 257);
    QCOMPARE(vocabulary[QStringLiteral("<|endoftext|>")].toInt(-1), 0);
    QCOMPARE(vocabulary[trainer.tokens().back()].toInt(), 299);
    const QJsonObject before = root[QStringLiteral("pre_tokenizer")].toObject();
    QCOMPARE(before[QStringLiteral("type")].toString(), QStringLiteral("ByteLevel"));
    QCOMPARE(before[QStringLiteral("add_prefix_space")].toBool(true), false);
}

void TestBpeTrainer::aShortTextFillsNoMoreThanItCan()
{
    // "ab ab": the only pairs that occur twice are (a, b), and " " is seen before one of them alone.
    const BpeTrainer trainer = trained({QStringLiteral("ab ab")}, 400);
    QCOMPARE(trainer.size(), 258);
    QCOMPARE(trainer.tokens().back(), QStringLiteral("ab"));
}

void TestBpeTrainer::cancelStopsTheTraining()
{
    BpeTrainer trainer(300);
    trainer.add(m_lines.join(QString()));
    Stopping monitor;
    QVERIFY_THROWS_EXCEPTION(Error, trainer.train(monitor));
}

QTEST_APPLESS_MAIN(TestBpeTrainer)
#include "TestBpeTrainer.moc"
