// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/PlaceboBand.h"

#include <QJsonArray>
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
};

/// What the score of an edit is, and of which prompts.
struct TrialScore {
    struct Value {
        double value = 0; ///< should fall
        double mass = 0;  ///< mean P(he) + P(she)
    };

    QString name;
    int prompts = 0;
    bool mayGain = false; ///< it asks for more mass
    std::function<Value(const Model &model, Monitor &monitor)> read;
};

/// Judges an edit: the same score and the same guards are read in the model before, with the edit, and with each
/// placebo in its place.
class EditTrial {
public:
    /// data, seed: as GuardTexts takes them, which throws the same.
    EditTrial(const MadeEdit &edit, TrialScore score, const QString &data, std::uint32_t seed, Monitor &monitor);

    std::vector<GuardLine> guards() const;
    PlaceboBand band(const PlaceboDraws &draws, Monitor &monitor) const;
    /// The bands of all kinds, one after the other.
    QJsonArray bands(const std::vector<PlaceboDraws> &kinds, Monitor &monitor) const;

private:
    PlaceboScore scoreOf(const Model &model, Monitor &monitor) const;

    const std::shared_ptr<const Model> m_base;
    const TrialScore m_score;
    const GuardTexts m_guards;
    PlaceboScore m_before;
    PlaceboScore m_edited;
};

/// The same change on other rows, columns or weights: as movedEdit(), each by a seed of its own.
PlaceboDraws movedDraws(const MadeEdit &edit, const PlaceboOrder &order);

} // namespace cw
