// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GuardTexts.h"
#include "core/jobs/PlaceboBand.h"

#include <functional>

namespace cw {

struct Edit;
struct MadeEdit;
struct PlaceboOrder;

/// Placebos of one kind, and how they are drawn.
struct PlaceboDraws {
    QString kind;
    int asked = 0;
    int count = 0; ///< that there are, at most asked
    std::function<std::shared_ptr<const Edit>(int number, Monitor &monitor)> draw;
    QStringList places = {}; ///< of the draws, where they are made elsewhere and that can be said
};

/// What the scores of an edit are, and of which prompts.
struct TrialScore {
    QStringList names;    ///< that which the edit is made for comes first
    bool mayGain = false; ///< it asks for more mass
    /// Of each prompt a column for each score, which should fall, and behind them P(he) + P(she).
    std::function<ItemTable(const Model &model, Monitor &monitor)> read;
};

/// Judges an edit: the same scores and the same guards are read in the model before, with the edit, and with each
/// placebo in its place.
class EditTrial {
public:
    /// data, seed: as GuardTexts takes them, which throws the same; the seed also draws resamples.
    EditTrial(const MadeEdit &edit, TrialScore score, const QString &data, std::uint32_t seed, Monitor &monitor);

    std::vector<GuardLine> guards() const;
    /// One of each score.
    std::vector<PlaceboBand> bands(const PlaceboDraws &draws, Monitor &monitor) const;
    /// Adds "guards", the paired change of the first score as "score" {"name": ..., "prompts": ..., "before": ...,
    /// "after": ..., "low": ..., "high": ...} and of the second as "score2", and where there are kinds of placebos
    /// their bands as "placebo".
    void addTo(QJsonObject &facts, const std::vector<PlaceboDraws> &kinds, Monitor &monitor) const;

private:
    struct Reading {
        ItemTable score;
        GuardItems guards;
    };

    Reading read(const Model &model, Monitor &monitor) const;
    GuardVerdict verdict(const Reading &reading) const;

    const std::shared_ptr<const Model> m_base;
    const TrialScore m_score;
    const std::uint32_t m_seed;
    const GuardTexts m_guards;
    Reading m_before;
    Reading m_edited;
};

/// {"prompts": ..., "before": ..., "after": ..., "low": ..., "high": ...}: the mean of a column in two models, with the
/// 95 % interval of its paired change.
QJsonObject pairedFacts(const ItemTable &before, const ItemTable &after, std::uint32_t seed, int column = 0);

/// The same change on other rows, columns or weights: as EditMover does it, which throws the same; each by a seed of
/// its own.
PlaceboDraws movedDraws(const MadeEdit &edit, const PlaceboOrder &order);

} // namespace cw
