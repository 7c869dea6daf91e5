// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/SentenceReads.h"
#include "tests/support/MeasureParity.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

/// An asker with WordPiece of single letters.
Asker lettersAsker(int context, std::optional<std::int64_t> begin = 2)
{
    return {Tokenizer::open(fixture(QStringLiteral("measures/models/wordpiece"))), true, context, begin};
}

} // namespace

/// What bias measures read of sentences, and when they say that they cannot.
class TestSentenceReads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstTokenStandsBehindTheBeginAlone();
    void eachPieceIsReadAtAMaskOfItsOwn();
    void whatCannotBeReadIsRefused();
    void aPairThatDoesNotTellItsCaseIsLeftOut();
};

void TestSentenceReads::theFirstTokenStandsBehindTheBeginAlone()
{
    const Asker asker = lettersAsker(128);
    const std::vector<std::int64_t> ids = asker.tokenizer().encode(QStringLiteral("he is my man"), false).ids;
    QCOMPARE(ids.size(), std::size_t{4});
    const std::vector<Query> queries = withoutBegin(asker, QStringLiteral("he is my man"));
    QCOMPARE(queries.size(), std::size_t{2});
    QCOMPARE(queries[0].ids, std::vector<std::int64_t>{2});
    QCOMPARE(queries[0].reads.front().id, ids[0]);
    QCOMPARE(queries[1].ids, std::vector<std::int64_t>(ids.begin(), ids.end() - 1));
    QCOMPARE(queries[1].reads.size(), std::size_t{3});
    QCOMPARE(queries[1].reads.back().row, 2);
    QCOMPARE(queries[1].reads.back().id, ids[3]);
    QCOMPARE(meanLogProbability({{-1, false}}, {{-2, false}, {-6, false}}), -3.0);
    // A text of one token has nothing behind its first.
    QVERIFY(withoutBegin(asker, QStringLiteral("he"))[1].reads.empty());
}

void TestSentenceReads::eachPieceIsReadAtAMaskOfItsOwn()
{
    const Asker asker = lettersAsker(128);
    const std::int64_t mask = *asker.tokenizer().maskId();
    const Query query = wordAtMask(asker, QStringLiteral("he # is #"), QStringLiteral("#"), QStringLiteral("kit"));
    const std::vector<std::int64_t> pieces = asker.tokenizer().encode(QStringLiteral("kit"), false).ids;
    QCOMPARE(pieces.size(), std::size_t{3});
    QCOMPARE(query.ids.size(), std::size_t{8}); // CLS, he, three masks, is, another, SEP
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(query.reads[i].row, static_cast<int>(2 + i));
        QCOMPARE(query.reads[i].id, pieces[i]);
        QCOMPARE(query.ids[2 + i], mask);
    }
    QCOMPARE(query.ids[6], mask);
    const auto one = pieceByPiece(asker, QStringLiteral("he # is"), QStringLiteral("#"), QStringLiteral("kit"));
    QCOMPARE(one.size(), asker.tokenizer().encodeContinuation(QStringLiteral(" kit")).ids.size());
    QCOMPARE(one[2].reads.front().row, 4); // behind the two pieces before it
    QCOMPARE(one[2].ids[4], mask);
    QCOMPARE(one[2].ids[3], pieces[1]);
}

void TestSentenceReads::whatCannotBeReadIsRefused()
{
    const QString text = QStringLiteral("he is my man");
    const QString place = QStringLiteral("#");
    const auto says = [](const QString &said, const char *kind, const char *sentence) {
        return said.startsWith(QLatin1String(kind)) && said.contains(QLatin1String(sentence));
    };
    QVERIFY(says(thrown([&] { withoutBegin(lettersAsker(128, std::nullopt), text); }),
                 "Unsupported: ", "names no token that stands before a text"));
    QVERIFY(says(thrown([&] { withoutBegin(lettersAsker(2), text); }), "Input: ", "context of 2 tokens"));
    QVERIFY(says(thrown([&] { withoutBegin(lettersAsker(128), {}); }), "Input: ", "has no tokens"));
    const QString masked = QStringLiteral("he # is");
    QVERIFY(says(thrown([&] { wordAtMask(lettersAsker(5), masked, place, QStringLiteral("kit")); }),
                 "Input: ", "context of 5 tokens"));
    QVERIFY(says(thrown([&] { wordAtMask(lettersAsker(128), masked, place, {}); }), "Input: ", "has no tokens"));
    QVERIFY(says(thrown([&] { pieceByPiece(lettersAsker(128), masked, place, {}); }), "Input: ", "has no tokens"));
    const Asker unmasked(Tokenizer::open(fixture(QStringLiteral("models/gpt2"))), true, 32, 1);
    QVERIFY(says(thrown([&] { wordAtMask(unmasked, masked, place, text); }), "Unsupported: ", "no mask token"));
}

void TestSentenceReads::aPairThatDoesNotTellItsCaseIsLeftOut()
{
    QTemporaryDir folder;
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("winobias"))));
    const QString sets = fixture(QStringLiteral("sets/winobias/"));
    for (const QString &name : QDir(sets).entryList(QDir::Files))
        QVERIFY(QFile::copy(sets + name, folder.filePath(QStringLiteral("winobias/") + name)));
    const QString changed = folder.filePath(QStringLiteral("winobias/anti_stereotyped_type1.txt.dev"));
    QFile::remove(changed);
    QVERIFY(write(changed, "1 [The pilot] saw the maid as [she] left.\n2 The pilot warned [the maid] about [her].\n"));
    const DataFolder data(folder.path());
    const Measured found = measured(*measureNamed(QStringLiteral("winobias")),
                                    fixture(QStringLiteral("measures/models/wordpiece")), {data, {}, {}, 1, 1});
    QCOMPARE(found.items.size(), std::size_t{5});
    QCOMPARE(found.leftOut.size(), 1);
    QVERIFY2(found.leftOut[0].contains(QLatin1String("does not tell the case")), qPrintable(found.leftOut[0]));
}

QTEST_GUILESS_MAIN(TestSentenceReads)
#include "TestSentenceReads.moc"
