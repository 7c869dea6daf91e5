// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/MaskedTraining.h"
#include "core/jobs/Fields.h"
#include "core/jobs/MgPrompts.h"

namespace cw {

/// What is learned and how: what the settings of every edit that trains say.
struct TrainingOrder {
    /// Of any settings with members of these names.
    template <class S> TrainingOrder(const S &s)
        : model(s.model), prompts(s), loss(s.loss), text(s.text), tokens(s.tokens), rate(s.rate), schedule(s.schedule),
          epochs(s.epochs), steps(s.steps), batch(s.batch), recovery(s.recovery), texts(s.texts),
          definitions(s.definitions), patience(s.patience), bound(s.bound), device(s.device), dtype(s.dtype),
          threads(s.threads)
    {
    }

    QString model;
    PromptOrder prompts;
    PromptLoss loss;
    QString text; ///< what the model should go on saying; empty: as keptTexts() has it
    int tokens;   ///< of it, at most
    double rate;  ///< of Adam
    RateSchedule schedule;
    int epochs;
    int steps; ///< at most; 0: when the epochs are over
    int batch;
    double recovery;    ///< weight of that text's loss
    int texts;          ///< of it in each step
    double definitions; ///< weight of the loss over words that have a gender by definition
    int patience;       ///< epochs without a better dev score before it stops
    double bound;       ///< largest change of any weight; 0: none
    QString device;
    QString dtype;
    int threads;

    TrainingSettings settings() const;
};

/// The fields of settings that a TrainingOrder can be made of and that have the same defaults everywhere.
template <class S> std::vector<Field<S>> trainingFields()
{
    return {
        choiceField({"loss", FieldForm::Word, "cross_entropy|literal|l1",
                     QT_TRANSLATE_NOOP("Option", "What is made small: the weighted cross entropy, the paper's loss as "
                                                 "printed, or the FB-Score itself (default: cross_entropy).")},
                    &S::loss, {QStringLiteral("cross_entropy"), QStringLiteral("literal"), QStringLiteral("l1")}),
        choiceField({"schedule", FieldForm::Word, "linear|constant",
                     QT_TRANSLATE_NOOP("Option", "Whether the learning rate falls to 0 until the last step or stays "
                                                 "(default: linear for mg, constant for finetune).")},
                    &S::schedule, {QStringLiteral("constant"), QStringLiteral("linear")}),
        textField({"text", FieldForm::Text, "FILE",
                   QT_TRANSLATE_NOOP("Option", "Text in UTF-8 that the model should go on saying (default: a demo "
                                               "model's grammar, else WikiText-2 of the data sets or the program's "
                                               "own).")},
                  &S::text),
        wholeField({"tokens", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Tokens of that text, at most (default: 8000).")},
                   &S::tokens, 1, 10000000),
        wholeField({"texts", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Lines of that text in each step (default: 8).")},
                   &S::texts, 1, 100000),
        wholeField({"epochs", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Passes over the prompts, at most (default: 10).")},
                   &S::epochs, 1, 100000),
        wholeField({"batch", FieldForm::Number, "N", QT_TRANSLATE_NOOP("Option", "Prompts per step (default: 16).")},
                   &S::batch, 1, 100000),
        wholeField({"patience", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Passes without a better score on the dev fold before it stops "
                                                "(default: 3).")},
                   &S::patience, 1, 100000),
        numberField({"bound", FieldForm::Number, "B",
                     QT_TRANSLATE_NOOP("Option", "Largest change of any weight (default: 0, no bound).")},
                    &S::bound, 0, 1e6),
    };
}

} // namespace cw
