// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GenerateSettings.h"
#include "core/jobs/RunHead.h"

#include <QMetaType>

namespace cw {

/// The head of a generation: what was asked for, and what was worked out of it.
struct GenerateRun : RunHead {
    GenerateSettings settings;
    std::vector<std::int64_t> ids; ///< of the prompt
    QStringList tokens;            ///< of the prompt
    QStringList notes;             ///< sentences a person should read beside the texts
};

/// Why a text ended: the model's end token, a stop string, the number of tokens asked for, the model's context, or a
/// person.
enum class TextEnd { None, Eos, Stop, Max, Context, Cancelled };

/// "eos", "stop", "max", "context", "cancelled" in JSON; empty while the text goes on.
QString name(TextEnd end);
/// The same for people, as short as it goes.
QString describe(TextEnd end);

/// What was written of one sample since the last piece.
struct TextPiece {
    int sample = 0;
    std::vector<std::int64_t> ids; ///< tokens whose text may still be held back
    QStringList tokens;
    QString text;
    TextEnd end = TextEnd::None;
};

/// One sample: all tokens but the end token, and the text without the stop string.
struct GeneratedText {
    std::vector<std::int64_t> ids;
    QStringList tokens;
    QString text;
    TextEnd end = TextEnd::None;
};

/// A generation that was begun, and the texts as far as they are written.
struct Generation {
    GenerateRun run;
    std::vector<GeneratedText> texts;

    explicit Generation(const GenerateRun &begun = {});
    void grow(const TextPiece &piece);
    /// No more comes: texts that went on were cancelled.
    void stop();
    bool isComplete() const;
};

/// All but the settings, the model and its place, as a project keeps it: what a run began with, and what it gave.
QJsonObject inputsToJson(const GenerateRun &run);
QJsonObject textsToJson(const Generation &generation);
/// Reads both back into a generation whose settings stand already. Throws Error of kind Storage when they do not fit.
void readBack(const QJsonObject &inputs, const QJsonObject &texts, Generation &generation);

} // namespace cw

Q_DECLARE_METATYPE(cw::GenerateRun)
Q_DECLARE_METATYPE(cw::TextPiece)
