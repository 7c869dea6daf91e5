// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TraceSettings.h"

#include "core/engine/Error.h"
#include "core/jobs/ComputeFields.h"

#include <QJsonArray>

namespace cw {
namespace {

using S = TraceSettings;

[[noreturn]] void refuseLater(const char *key, const QString &value, const char *instead)
{
    throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "This version cannot do --%1 %2 yet: use %3 instead."),
                {key, value.toStdString(), instead});
}

Field<S> choiceWithLater(Field<S> field, const QString &later, const char *instead)
{
    field.set = [set = field.set, key = field.key, later, instead](S &s, const QJsonValue &value) {
        if (value.toString() == later)
            refuseLater(key, later, instead);
        set(s, value);
    };
    return field;
}

QJsonValue kindsToJson(const S &s)
{
    QJsonArray names;
    for (const TraceKind kind : s.kinds)
        names.append(QLatin1String(name(kind)));
    return names;
}

void kindsFromJson(S &s, const QJsonValue &value)
{
    static const QStringList names{QStringLiteral("state"), QStringLiteral("mlp"), QStringLiteral("attn")};
    s.kinds.clear();
    for (const QString &text : textsOf("kinds", value)) {
        const auto kind = static_cast<TraceKind>(choiceOf("kinds", text.trimmed(), names));
        if (std::find(s.kinds.begin(), s.kinds.end(), kind) == s.kinds.end())
            s.kinds.push_back(kind);
    }
    if (s.kinds.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "A trace needs at least one kind: state, mlp or attn."));
}

void windowFromJson(S &s, const QJsonValue &value)
{
    const bool isAuto = value.toString() == QLatin1String("auto");
    s.window = isAuto ? 0 : static_cast<int>(wholeOf("window", value, 1, 1000));
}

QJsonValue noiseToJson(const S &s)
{
    switch (s.noise.rule) {
    case NoiseSize::Rule::Subjects: return QStringLiteral("3s");
    case NoiseSize::Rule::Embedding: return QStringLiteral("3e");
    case NoiseSize::Rule::Number: break;
    }
    return s.noise.value;
}

void noiseFromJson(S &s, const QJsonValue &value)
{
    if (value.isDouble() && value.toDouble() > 0)
        s.noise = {NoiseSize::Rule::Number, value.toDouble()};
    else if (value.toString() == QLatin1String("3s"))
        s.noise = {NoiseSize::Rule::Subjects, 3};
    else if (value.toString() == QLatin1String("3e"))
        s.noise = {NoiseSize::Rule::Embedding, 3};
    else
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The setting noise must be 3s, 3e or a number above 0, not %1."),
                    {value.toVariant().toString().toStdString()});
}

std::vector<Field<S>> whatIsTraced()
{
    return {
        textField({"model", FieldForm::Place, "MODEL", QT_TRANSLATE_NOOP("Option", "Folder of the checkpoint.")},
                  &S::model),
        textField({"prompt", FieldForm::Text, "TEXT", QT_TRANSLATE_NOOP("Option", "The text that is traced.")},
                  &S::prompt),
        textField({"subject", FieldForm::Text, "TEXT",
                   QT_TRANSLATE_NOOP("Option", "The part of the prompt that is corrupted: the occupation.")},
                  &S::subject),
        wholeField({"occurrence", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Which of several places of the subject, from 1.")},
                   &S::occurrence, 1, 1000000),
        {{"targets", FieldForm::Words, "A,B",
          QT_TRANSLATE_NOOP("Option", "Two answers that are compared, every space kept: \" he, she\"."), "target"},
         [](const S &s) { return QJsonArray::fromStringList(s.targets); },
         [](S &s, const QJsonValue &value) { s.targets = textsOf("targets", value); }},
        {{"kinds", FieldForm::Words, "KINDS",
          QT_TRANSLATE_NOOP("Option", "What is restored: state, mlp, attn (default: all).")},
         kindsToJson,
         kindsFromJson},
        {{"window", FieldForm::Word, "auto|N",
          QT_TRANSLATE_NOOP("Option", "Layers restored together for mlp and attn (default: a fifth of them).")},
         [](const S &s) { return s.window > 0 ? QJsonValue(s.window) : QJsonValue(QStringLiteral("auto")); },
         windowFromJson},
    };
}

std::vector<Field<S>> howItIsCorrupted()
{
    return {
        choiceWithLater(choiceField({"corrupt", FieldForm::Text, "noise",
                                     QT_TRANSLATE_NOOP("Option", "How the subject is corrupted (default: noise).")},
                                    &S::corrupt, {QStringLiteral("noise")}),
                        QStringLiteral("swap"), "noise"),
        {{"noise", FieldForm::Word, "3s|3e|NUMBER",
          QT_TRANSLATE_NOOP("Option", "Size of the noise: 3 standard deviations of the occupations' embeddings "
                                      "(3s, default), of all embeddings (3e), or a number.")},
         noiseToJson,
         noiseFromJson},
        wholeField({"samples", FieldForm::Number, "N", QT_TRANSLATE_NOOP("Option", "Noise samples (default: 10).")},
                   &S::samples, 1, 10000),
        choiceField({"noise-seed", FieldForm::Text, "own|shared",
                     QT_TRANSLATE_NOOP("Option", "Whether every prompt has a noise of its own (default) or all one.")},
                    &S::noiseSeed, {QStringLiteral("own"), QStringLiteral("shared")}),
        wholeField({"seed", FieldForm::Number, "N", QT_TRANSLATE_NOOP("Option", "Seed of the noise (default: 1).")},
                   &S::seed, 0, 4294967295),
    };
}

std::vector<Field<S>> howItIsMeasured()
{
    return {
        choiceWithLater(
            choiceField({"method", FieldForm::Text, "exact|loop",
                         QT_TRANSLATE_NOOP("Option", "One sweep (exact, default) or one pass per cell (loop).")},
                        &S::method, {QStringLiteral("exact"), QStringLiteral("loop")}),
            QStringLiteral("attribution"), "exact"),
        choiceField({"quantity", FieldForm::Text, "aligned|abs|p|logodds",
                     QT_TRANSLATE_NOOP("Option", "What the effect is taken of (default: aligned).")},
                    &S::quantity,
                    {QStringLiteral("aligned"), QStringLiteral("abs"), QStringLiteral("p"), QStringLiteral("logodds")}),
    };
}

} // namespace

const std::vector<Field<TraceSettings>> &TraceSettings::fields()
{
    static const auto table = [] {
        auto all = whatIsTraced();
        for (const auto &group : {howItIsCorrupted(), howItIsMeasured(), computeFields<TraceSettings>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

void TraceSettings::check() const
{
    if (model.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "A trace needs a model: name its folder."));
    if (prompt.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The prompt is empty: type a sentence with an occupation in it."));
    if (subject.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "No subject is marked: mark the occupation in the prompt."));
    if (targets.isEmpty() || targets.size() > 2 || targets.contains(QString()))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "A trace needs one or two targets, such as \" he, she\"."));
    if (targets.size() == 2 && targets[0] == targets[1])
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "Both targets are \"%1\", so that there is no gap between them: name "
                                               "two that differ, or one."),
                    {targets[0].toStdString()});
}

QJsonObject TraceSettings::measured() const
{
    QJsonObject object = toJson(*this);
    for (const char *key : {"model", "quantity", "threads"})
        object.remove(QLatin1String(key));
    return object;
}

QString TraceSettings::command() const
{
    return shellLine(QStringList{QStringLiteral("counterweight"), QStringLiteral("trace")} + toArguments(*this));
}

bool operator==(const TraceSettings &a, const TraceSettings &b)
{
    return areEqual(a, b);
}

} // namespace cw
