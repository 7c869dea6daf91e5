// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MeasureSettings.h"

#include "core/engine/Error.h"
#include "core/jobs/ComputeFields.h"

#include <QFileInfo>

namespace cw {
namespace {

using S = MeasureSettings;

QStringList allNames()
{
    QStringList names;
    for (const Measure &measure : measures())
        names << QLatin1String(measure.info.name);
    return names;
}

std::vector<Field<S>> whatIsMeasured()
{
    return {
        textField({"measures", FieldForm::Place, "all|NAME[,NAME...]",
                   QT_TRANSLATE_NOOP("Option", "The measures, or all of them.")},
                  &S::measures),
        textsField({"models", FieldForm::Places, "MODEL...", QT_TRANSLATE_NOOP("Option", "Folders of checkpoints.")},
                   &S::models),
        textField({"against", FieldForm::Text, "MODEL",
                   QT_TRANSLATE_NOOP("Option", "Measures this model, too, and says what the others change.")},
                  &S::against),
        textsField({"patch", FieldForm::Texts, "F",
                    QT_TRANSLATE_NOOP("Option", "Measures the model without and with the edit of a patch file; may be "
                                                "repeated.")},
                   &S::patches),
    };
}

std::vector<Field<S>> whatItIsMeasuredOn()
{
    return {
        textField({"data", FieldForm::Text, "DIR", QT_TRANSLATE_NOOP("Option", "Folder with the data sets.")},
                  &S::data),
        textField({"text", FieldForm::Text, "FILE",
                   QT_TRANSLATE_NOOP("Option", "Text in UTF-8 whose perplexity is measured (default: WikiText-2 of the "
                                               "data sets, else the program's own).")},
                  &S::text),
        wholeField({"limit", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Measures a drawn part of N items of each (default: 0, all).")},
                   &S::limit, 0, 100000000),
        numberField({"until", FieldForm::Number, "W",
                     QT_TRANSLATE_NOOP("Option", "Stops a measure when its headline is sure to +- W, by a confidence "
                                                 "sequence over clusters in a drawn order (default: 0, never).")},
                    &S::until, 0, 1e9),
        textField({"goal", FieldForm::Text, "parity|share|f_score|FILE",
                   QT_TRANSLATE_NOOP("Option", "What scores aim at; FILE has lines name,target (default: auto, each "
                                               "measure's own).")},
                  &S::goal),
    };
}

std::vector<Field<S>> howItIsMeasured()
{
    return {
        wholeField({"batch", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "At most N texts are computed together (default: 0, as many as there "
                                                "is room for).")},
                   &S::batch, 0, 1000000),
        wholeField({"samples", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Programs written for each coding task (default: 10).")},
                   &S::samples, 1, 1000),
        wholeField({"seed", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Seed of folds, parts, samples and intervals (default: 1).")},
                   &S::seed, 0, 4294967295),
    };
}

} // namespace

const std::vector<Field<MeasureSettings>> &MeasureSettings::fields()
{
    static const auto table = [] {
        auto all = whatIsMeasured();
        for (const auto &group : {whatItIsMeasuredOn(), howItIsMeasured(), computeFields<MeasureSettings>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

QStringList MeasureSettings::names() const
{
    const QStringList known = allNames();
    if (measures == QLatin1String("all"))
        return known;
    const QStringList asked = measures.split(u',', Qt::SkipEmptyParts);
    for (const QString &name : asked)
        choiceOf("measures", name, known);
    if (asked.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "No measure is named: choose all or some of %1."),
                    {known.join(QStringLiteral(", ")).toStdString()});
    QStringList names;
    for (const QString &name : known)
        if (asked.contains(name))
            names << name;
    return names;
}

std::optional<Goal> MeasureSettings::goalAsked() const
{
    static const QStringList words{QStringLiteral("parity"), QStringLiteral("share"), QStringLiteral("f_score")};
    if (goal == QLatin1String("auto"))
        return std::nullopt;
    const auto word = words.indexOf(goal);
    return word < 0 ? Goal{Goal::Kind::Custom, goal} : Goal{static_cast<Goal::Kind>(word), {}};
}

std::vector<MeasureSettings> MeasureSettings::perModel() const
{
    std::vector<MeasureSettings> all;
    QStringList known;
    const auto add = [&](const QString &model, const QStringList &edits) {
        MeasureSettings one = *this;
        one.models = QStringList{model};
        one.patches = edits;
        one.against.clear();
        if (known.contains(one.subject()))
            return;
        known << one.subject();
        all.push_back(one);
    };
    if (!base().isEmpty())
        add(base(), {});
    for (const QString &model : models)
        add(model, patches);
    return all;
}

QString MeasureSettings::subject() const
{
    QString subject = models.value(0);
    for (const QString &patch : patches)
        subject += u" + " + QFileInfo(patch).completeBaseName();
    return subject;
}

QString MeasureSettings::base() const
{
    return against.isEmpty() && !patches.isEmpty() ? models.value(0) : against;
}

MeasureSettings MeasureSettings::single(const QString &measure, const QString &model) const
{
    MeasureSettings one = *this;
    one.measures = measure;
    one.models = QStringList{model};
    one.against.clear();
    return one;
}

QJsonObject MeasureSettings::measured() const
{
    QJsonObject object = toJson(*this);
    // The same files in another folder are the same data, and the same patch: a run names them by their content.
    for (const char *key : {"against", "patch", "data", "text", "threads", "batch"})
        object.remove(QLatin1String(key));
    return object;
}

void MeasureSettings::check() const
{
    names();
    if (models.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "A measure needs a model: name its folder."));
    if (models.size() > 1 && !patches.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "A patch belongs to one model: name that one alone."));
}

QString MeasureSettings::command() const
{
    return shellLine(QStringList{QStringLiteral("counterweight"), QStringLiteral("measure")} + toArguments(*this));
}

bool operator==(const MeasureSettings &a, const MeasureSettings &b)
{
    return areEqual(a, b);
}

} // namespace cw
