// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PatchFacts.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PatchFile.h"
#include "core/engine/MergedEdit.h"
#include "core/jobs/Attempt.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/EditJob.h"

#include <ATen/ATen.h>
#include <QFileInfo>
#include <QJsonArray>
#include <cmath>

namespace cw {
namespace {

double normOf(const Delta &delta)
{
    const at::Tensor values = delta.values.to(at::kDouble);
    if (delta.form != Delta::Form::LowRank)
        return values.norm().item<double>();
    // |U V|^2 = tr(U^T U V V^T), without the product.
    const at::Tensor others = delta.others.to(at::kDouble);
    const at::Tensor inner = at::mm(values.t(), values) * at::mm(others, others.t());
    return std::sqrt(std::max(0.0, inner.sum().item<double>()));
}

QJsonObject toJson(const PatchFacts::Change &change)
{
    return {{QStringLiteral("parameter"), change.parameter},
            {QStringLiteral("form"), change.form},
            {QStringLiteral("numbers"), static_cast<qint64>(change.numbers)},
            {QStringLiteral("norm"), change.norm}};
}

/// What f gives; an Error of kind Input or Format that it throws names the file as well.
template <class F> auto withFileNamed(const QString &path, F &&f)
{
    auto result = attempt(f);
    if (result)
        return std::move(*result);
    const Error &error = result.error();
    if (error.kind() != Error::Kind::Input && error.kind() != Error::Kind::Format)
        throw Error(error);
    throw Error(error.kind(), QT_TRANSLATE_NOOP("Error", "%1 cannot be applied: %2"),
                {path.toStdString(), describe(error).toStdString()});
}

} // namespace

QJsonObject PatchFacts::json() const
{
    QJsonArray list;
    for (const Change &change : changes)
        list.append(toJson(change));
    return {{QStringLiteral("title"), title},       {QStringLiteral("base"), baseName},
            {QStringLiteral("baseHash"), baseHash}, {QStringLiteral("version"), version},
            {QStringLiteral("recipe"), recipe},     {QStringLiteral("changes"), list}};
}

PatchFacts patchFacts(const QString &path)
{
    const Patch patch = readPatch(path);
    PatchFacts facts{patch.title, patch.baseName, patch.baseHash, patch.version, patch.recipe, {}};
    for (const Delta &delta : patch.edit->deltas)
        facts.changes.append({QString::fromStdString(delta.parameter), QLatin1String(name(delta.form)),
                              keptNumbers(delta), normOf(delta)});
    return facts;
}

MadeEdit appliedPatch(const QString &path, const LoadedModel &base, double alpha, bool isForced, Monitor &monitor)
{
    const Patch patch = readPatch(path);
    const QString hash = base.checkpoint->hash(monitor);
    if (!isForced && patch.baseHash != hash)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 was made for another model (%2, hash %3...), not for this one "
                                               "(%4...); --force applies it all the same."),
                    {path.toStdString(), patch.baseName.toStdString(), patch.baseHash.left(12).toStdString(),
                     hash.left(12).toStdString()});
    return withFileNamed(path, [&] { return appliedPatch(patch, base, hash, alpha, monitor); });
}

MadeEdit appliedPatch(const Patch &patch, const LoadedModel &base, const QString &hash, double alpha, Monitor &monitor)
{
    MadeEdit made = applied(base, hash, patch.edit, alpha, monitor);
    if (patch.baseHash != hash)
        made.facts.insert(madeForFact, QJsonObject{{QStringLiteral("name"), patch.baseName},
                                                   {QStringLiteral("hash"), patch.baseHash}});
    made.title = alpha == 1 ? patch.title : QStringLiteral("%1, alpha %2").arg(patch.title).arg(alpha);
    made.recipe = patch.recipe;
    return made;
}

void mergePatchFiles(const QStringList &paths, const QVector<double> &alphas, const QString &out,
                     const QString &version)
{
    requirePatchPlace(out);
    for (const QString &path : paths)
        if (QFileInfo(path) == QFileInfo(out))
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "%1 is one of the patches that are merged: choose another name."),
                        {out.toStdString()});
    ActiveEdits edits;
    QJsonArray recipes;
    QStringList titles;
    Patch merged;
    for (int i = 0; i < paths.size(); ++i) {
        const Patch patch = readPatch(paths[i]);
        if (i == 0)
            merged = patch;
        requireBase(patch, paths[i], merged.baseHash);
        edits.push_back({patch.edit, alphas[i]});
        titles << patch.title;
        recipes.append(QJsonObject{{QStringLiteral("alpha"), alphas[i]},
                                   {QStringLiteral("title"), patch.title},
                                   {QStringLiteral("recipe"), patch.recipe}});
    }
    merged.edit = std::make_shared<const Edit>(mergedEdit(edits));
    merged.title = titles.join(QStringLiteral(" + "));
    merged.recipe = {{QStringLiteral("edits"), recipes}};
    merged.version = version;
    writePatch(out, merged);
}

} // namespace cw
