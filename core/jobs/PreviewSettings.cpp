// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PreviewSettings.h"

#include "core/engine/Error.h"

namespace cw {
namespace {

using S = PreviewSettings;

} // namespace

const std::vector<Field<PreviewSettings>> &PreviewSettings::fields()
{
    static const std::vector<Field<S>> table{
        wholeField({"prompts", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Bias prompts of the probe set (default: 64).")},
                   &S::prompts, 2, 100000),
        wholeField({"tokens", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Tokens of text in the probe set (default: 500).")},
                   &S::tokens, 2, 1000000),
        {{"targets", FieldForm::Words, "A,B",
          QT_TRANSLATE_NOOP("Option", "The two answers that are compared (default: \" he, she\").")},
         [](const S &s) { return QJsonArray::fromStringList(s.targets); },
         [](S &s, const QJsonValue &value) { s.targets = textsOf("targets", value); }},
        textField({"goal", FieldForm::Text, "parity|share|f_score|FILE",
                   QT_TRANSLATE_NOOP("Option", "What the score is judged against (default: parity).")},
                  &S::goal),
        textField({"data", FieldForm::Text, "DIR", QT_TRANSLATE_NOOP("Option", "Folder with the data sets.")},
                  &S::data),
        textField({"text", FieldForm::Text, "FILE",
                   QT_TRANSLATE_NOOP("Option", "Text in UTF-8 for the perplexity (default: a demo model's grammar, "
                                               "else WikiText-2 of the data sets or the program's own).")},
                  &S::text),
        wholeField({"seed", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Seed of the prompts, the text and the intervals (default: 1).")},
                   &S::seed, 0, 4294967295),
    };
    return table;
}

Goal PreviewSettings::goalAsked() const
{
    static const QStringList words{QStringLiteral("parity"), QStringLiteral("share"), QStringLiteral("f_score")};
    const auto word = words.indexOf(goal);
    return word < 0 ? Goal{Goal::Kind::Custom, goal} : Goal{static_cast<Goal::Kind>(word), {}};
}

void PreviewSettings::check() const
{
    if (targets.size() != 2 || targets[0] == targets[1])
        throw Error(
            Error::Kind::Input,
            QT_TRANSLATE_NOOP("Error", "The live preview compares two different targets: name two, not \"%1\"."),
            {targets.join(QStringLiteral(", ")).toStdString()});
}

bool operator==(const PreviewSettings &a, const PreviewSettings &b)
{
    return areEqual(a, b);
}

} // namespace cw
