// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"
#include "core/engine/Query.h"
#include "core/jobs/LoadedModel.h"

#include <QJsonObject>
#include <QString>

namespace cw {

class Monitor;

/// What of a model an edit must not break (statistics: guards).
struct GuardValues {
    double mass = 0;        ///< mean P(he) + P(she) of the prompts that an edit is scored on
    double perplexity = 0;  ///< of a text without the words that an edit is meant to change
    double definitions = 0; ///< mean P(he) - P(she) of words with a gender by definition, along the base model's sign
};

/// One of them before and after.
struct GuardLine {
    QString name; ///< "mass", "perplexity", "definitions"
    double before = 0;
    double after = 0;
    bool isHeld = false;
};

/// Held is a mass within 10 % (mayGain: the score asks for more of it, and only its loss breaks the guard), a
/// perplexity at most 2 % higher, and 90 % of the definitions. What is no number is broken.
std::vector<GuardLine> compared(const GuardValues &before, const GuardValues &after, bool mayGain);
bool areHeld(const std::vector<GuardLine> &lines);
/// {"mass": {"before": ..., "after": ..., "held": true}, ..., "held": true}
QJsonObject toJson(const std::vector<GuardLine> &lines);

/// The texts behind perplexity and definitions, small enough to be read again and again: about 1200 tokens, for a demo
/// model of its grammar without the pronouns that follow an occupation, else of the end of the text that a model
/// should know; and some of the words that have a gender by definition in templates that no edit sees.
class GuardTexts {
public:
    /// data: folder of data sets. Throws Error of kind File or Format, or as targetScores() does.
    GuardTexts(const LoadedModel &base, const QString &data, std::uint32_t seed, Monitor &monitor);

    /// All but the mass.
    GuardValues read(const Model &model, Monitor &monitor) const;

private:
    double definitions(const std::vector<double> &gaps) const;

    std::vector<Query> m_text;
    TargetPrompts m_definitions;
    std::vector<double> m_signs; ///< of the base model's gaps, 1 or -1
};

} // namespace cw
