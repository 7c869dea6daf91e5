// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RowVotes.h"
#include "core/analysis/WeightVotes.h"
#include "tests/support/TargetPrompts.h"

#include <QTest>
#include <set>

using namespace cw;
using namespace cw::test;

namespace {

using Rows = std::vector<std::int64_t>;

/// Three prompts over five rows of four weights.
RowGradients small()
{
    return {"layers.1.mlp.out",
            5,
            4,
            3,
            {0.9F, 0.1F, -0.8F, 0.9F, 0.0F, // row 3 ties with row 0 and differs more
             0.2F, 0.7F, -0.9F, 0.6F, 0.1F, //
             1.0F, -0.5F, 0.3F, 0.99F, -1.0F},
            {1, 2, 9, 3, 4, //
             5, 1, 1, 1, 1, //
             2, 2, 2, 2, 8},
            {0, 1, 2, 3, 0, //
             0, 1, 1, 3, 1, //
             2, 1, 2, 3, 2}};
}

/// Prompts whose best rows are anywhere in a module of so many rows.
RowGradients spread(std::int64_t rows, std::int64_t prompts)
{
    RowGradients gradients{"layers.0.mlp.in", rows, 8, prompts, {}, {}, {}};
    std::mt19937 random(3);
    for (std::int64_t i = 0; i < rows * prompts; ++i) {
        gradients.cosines.push_back(static_cast<float>(random() % 2000) / 1000 - 1);
        gradients.differences.push_back(static_cast<float>(random() % 1000));
        gradients.mostColumn.push_back(static_cast<std::int32_t>(random() % 8));
    }
    return gradients;
}

RowChoice choice(RowScorer scorer, std::int64_t perPrompt, double most = 1)
{
    return {scorer, perPrompt, most, 0};
}

} // namespace

class TestRowVotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBestRowsGetVotes();
    void aTieGoesToTheLargerDifference();
    void otherScorersRankOtherwise();
    void halfAPercentOfTheRowsVotes();
    void atMostATenthIsLocated();
    void aWideUnionIsMarked();
    void randomRowsComeFromTheOthers();
    void weightsAreTheUnionOfTheColumns();
    void badChoicesAreRefused();
};

void TestRowVotes::theBestRowsGetVotes()
{
    const RowVotes votes = rowVotes(small(), choice(RowScorer::CosineHigh, 2));
    // {3, 0}, {1, 3} and {0, 3}
    QCOMPARE(votes.table.size(), std::size_t{3});
    QCOMPARE(votes.table[0].row, std::int64_t{3});
    QCOMPARE(votes.table[0].votes, std::int64_t{3});
    QVERIFY(qAbs(votes.table[0].mean - 0.83) < 1e-6);
    QCOMPARE(votes.table[1].row, std::int64_t{0});
    QCOMPARE(votes.table[2].row, std::int64_t{1});
    QCOMPARE(votes.rows, (Rows{0, 1, 3}));
    QCOMPARE(votes.unionShare, 0.6);
    QCOMPARE(votes.tick.parameter, std::string("layers.1.mlp.out"));
    QVERIFY(votes.tick.part == Tick::Part::Rows);
    QCOMPARE(votes.tick.places, votes.rows);
}

void TestRowVotes::aTieGoesToTheLargerDifference()
{
    QCOMPARE(rowVotes(small(), choice(RowScorer::CosineHigh, 1)).rows, (Rows{0, 1, 3}));
    RowGradients gradients = small();
    gradients.cosines[3] = 0.9F - 4e-6F; // equal but for rounding
    QCOMPARE(rowVotes(gradients, choice(RowScorer::CosineHigh, 1)).rows, (Rows{0, 1, 3}));
    gradients.cosines[3] = 0.8999F;
    QCOMPARE(rowVotes(gradients, choice(RowScorer::CosineHigh, 1)).rows, (Rows{0, 1}));
}

void TestRowVotes::otherScorersRankOtherwise()
{
    QCOMPARE(rowVotes(small(), choice(RowScorer::CosineLow, 1)).rows, (Rows{2, 4}));
    QCOMPARE(rowVotes(small(), choice(RowScorer::CosineLow, 1)).table[0].row, std::int64_t{2});
    const RowVotes apart = rowVotes(small(), choice(RowScorer::DifferenceNorm, 1));
    QCOMPARE(apart.rows, (Rows{0, 2, 4}));
    QCOMPARE(apart.table[0].row, std::int64_t{4}); // one vote each, the largest mean first
    QCOMPARE(name(RowScorer::DifferenceNorm), "diff_norm");
}

void TestRowVotes::halfAPercentOfTheRowsVotes()
{
    for (const auto &[rows, each] : {std::pair{80, 1}, std::pair{1000, 5}, std::pair{299, 1}, std::pair{301, 2}}) {
        const RowVotes votes = rowVotes(spread(rows, 1), RowChoice());
        QCOMPARE(votes.table.size(), static_cast<std::size_t>(each));
    }
}

void TestRowVotes::atMostATenthIsLocated()
{
    const RowGradients gradients = spread(100, 50);
    const RowVotes votes = rowVotes(gradients, choice(RowScorer::CosineHigh, 10, 0.1));
    QCOMPARE(votes.rows.size(), std::size_t{10});
    QVERIFY(votes.table.size() > 10);
    std::set<std::int64_t> first;
    for (std::size_t i = 0; i < 10; ++i)
        first.insert(votes.table[i].row);
    QCOMPARE(Rows(first.begin(), first.end()), votes.rows);
    for (std::size_t i = 1; i < votes.table.size(); ++i)
        QVERIFY(votes.table[i - 1].votes >= votes.table[i].votes);
    QCOMPARE(rowVotes(spread(5, 9), RowChoice()).rows.size(), std::size_t{1});
}

void TestRowVotes::aWideUnionIsMarked()
{
    QVERIFY(rowVotes(spread(100, 50), choice(RowScorer::CosineHigh, 10)).isWide());
    QVERIFY(!rowVotes(spread(100, 2), choice(RowScorer::CosineHigh, 10)).isWide());
}

void TestRowVotes::randomRowsComeFromTheOthers()
{
    const RowGradients gradients = spread(200, 20);
    const RowVotes located = rowVotes(gradients, choice(RowScorer::CosineHigh, 3, 0.1));
    RowChoice random = choice(RowScorer::Random, 3, 0.1);
    random.seed = 4;
    const RowVotes one = rowVotes(gradients, random);
    QCOMPARE(one.rows.size(), located.rows.size());
    QCOMPARE(rowVotes(gradients, random).rows, one.rows);
    for (const std::int64_t row : one.rows)
        QVERIFY(!std::binary_search(located.rows.begin(), located.rows.end(), row));
    QVERIFY(std::is_sorted(one.rows.begin(), one.rows.end()));
    random.seed = 5;
    QVERIFY(rowVotes(gradients, random).rows != one.rows);
}

void TestRowVotes::weightsAreTheUnionOfTheColumns()
{
    const WeightVotes votes = weightVotes(small(), {0, 2});
    QCOMPARE(votes.table.size(), std::size_t{4});
    QCOMPARE(votes.table[0].votes, std::int64_t{2});
    QCOMPARE(votes.table[0].row, std::int64_t{0});
    QCOMPARE(votes.table[0].column, std::int64_t{0});
    QCOMPARE(votes.table[1].row, std::int64_t{2});
    QCOMPARE(votes.table[1].column, std::int64_t{2});
    QCOMPARE(votes.tick.places, (Rows{0, 2, 9, 10}));
    QVERIFY(votes.tick.part == Tick::Part::Weights);
    QCOMPARE(votes.share, 0.2);
    std::int64_t sum = 0;
    for (const WeightVotes::Weight &weight : votes.table)
        sum += weight.votes;
    QCOMPARE(sum, std::int64_t{2 * 3}); // each prompt votes once in each row
}

void TestRowVotes::badChoicesAreRefused()
{
    const auto refused = [](const RowGradients &gradients, const RowChoice &asked) {
        const auto error = errorOf([&] { rowVotes(gradients, asked); });
        return error && error->kind() == Error::Kind::Input;
    };
    QVERIFY(refused({}, RowChoice()));
    QVERIFY(refused(small(), choice(RowScorer::CosineHigh, 6)));
    QVERIFY(refused(small(), choice(RowScorer::CosineHigh, -1)));
    QVERIFY(refused(small(), choice(RowScorer::CosineHigh, 1, 0)));
    QVERIFY(refused(small(), choice(RowScorer::CosineHigh, 1, 1.5)));
    QCOMPARE(errorOf([] { weightVotes(small(), {}); })->kind(), Error::Kind::Input);
    QCOMPARE(errorOf([] { weightVotes(small(), {5}); })->kind(), Error::Kind::Input);
}

QTEST_APPLESS_MAIN(TestRowVotes)
#include "TestRowVotes.moc"
