// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/KeptTargets.h"

#include "core/analysis/TargetSearch.h"
#include "core/checkpoint/SafetensorsWriter.h"
#include "core/checkpoint/TensorFile.h"
#include "core/engine/Model.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/LoadedModel.h"

#include <ATen/ATen.h>
#include <QCryptographicHash>
#include <QDataStream>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

constexpr char format[] = "1";
constexpr qint64 most = qint64{1} << 30; ///< bytes of the user's folder

// Names in the files.
const std::string deltas = "deltas";
const std::string facts = "facts";

void add(QDataStream &stream, const SubjectText &text)
{
    stream << static_cast<qint64>(text.ids.size()) << text.subject << text.read;
    for (const std::int64_t id : text.ids)
        stream << static_cast<qint64>(id);
}

/// What the targets depend on.
QString keyOf(const LoadedModel &model, const std::vector<EditSubject> &subjects, const Pronouns &pronouns,
              const TargetSettings &settings, Monitor &monitor)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << settings.layer << static_cast<int>(settings.site) << static_cast<int>(settings.loss) << settings.rate
           << settings.steps << settings.clamp << settings.neutral << settings.decay << settings.enough
           << static_cast<qint64>(pronouns.he) << static_cast<qint64>(pronouns.she);
    for (const EditSubject &subject : subjects) {
        stream << subject.share << static_cast<qint64>(subject.texts.size());
        for (const SubjectText &text : subject.texts)
            add(stream, text);
        add(stream, subject.neutral);
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(format));
    addModel(hash, model, monitor);
    hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex());
}

QJsonArray toJson(const std::vector<double> &numbers)
{
    QJsonArray array;
    for (const double number : numbers)
        array.append(number);
    return array;
}

/// A loss that left all bounds has no number in JSON.
double numberOf(const QJsonValue &value)
{
    return value.toDouble(std::nan(""));
}

std::vector<double> numbersOf(const QJsonValue &value)
{
    std::vector<double> numbers;
    for (const QJsonValue each : value.toArray())
        numbers.push_back(numberOf(each));
    return numbers;
}

QJsonObject toJson(const EditTarget &target)
{
    return {{QStringLiteral("valueNorm"), target.valueNorm},   {QStringLiteral("gaps"), toJson(target.gaps)},
            {QStringLiteral("losses"), toJson(target.losses)}, {QStringLiteral("gapBefore"), target.gapBefore},
            {QStringLiteral("gapAfter"), target.gapAfter},     {QStringLiteral("clamped"), target.isClamped},
            {QStringLiteral("diverged"), target.isDiverged}};
}

EditTarget targetOf(const QJsonValue &kept, const at::Tensor &delta, const TargetSettings &settings)
{
    const auto *numbers = delta.data_ptr<float>();
    return {settings.layer,
            settings.site,
            {numbers, numbers + delta.numel()},
            numberOf(kept[QLatin1String("valueNorm")]),
            numbersOf(kept[QLatin1String("gaps")]),
            numbersOf(kept[QLatin1String("losses")]),
            numberOf(kept[QLatin1String("gapBefore")]),
            numberOf(kept[QLatin1String("gapAfter")]),
            kept[QLatin1String("clamped")].toBool(),
            kept[QLatin1String("diverged")].toBool()};
}

} // namespace

KeptTargets::KeptTargets(const CacheFolder &folder) : m_folder(folder) {}

KeptTargets KeptTargets::usual()
{
    return KeptTargets(CacheFolder(CacheFolder::usual(QStringLiteral("targets")), most));
}

std::vector<EditTarget> KeptTargets::of(const LoadedModel &model, const std::vector<EditSubject> &subjects,
                                        const Pronouns &pronouns, const TargetSettings &settings, const Found &onFound,
                                        Monitor &monitor) const
{
    const QString name = keyOf(model, subjects, pronouns, settings, monitor);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Finding targets"));
    std::vector<EditTarget> found = read(name, settings, subjects.size());
    for (const EditTarget &target : found)
        if (onFound)
            onFound(target);
    const auto total = static_cast<std::int64_t>(subjects.size());
    while (found.size() < subjects.size()) {
        const std::size_t count = searchedTogether(model.model->spec(), subjects, found.size(), settings.layer);
        const auto begin = subjects.begin() + static_cast<std::ptrdiff_t>(found.size());
        const std::vector<EditSubject> some(begin, begin + static_cast<std::ptrdiff_t>(count));
        PartMonitor within(monitor, static_cast<std::int64_t>(found.size()), static_cast<std::int64_t>(count), total);
        TargetSearch search(model.model, some, pronouns, settings, within);
        for (const EditTarget &target : search.run()) {
            found.push_back(target);
            if (onFound)
                onFound(target);
        }
        write(name, found);
    }
    return found;
}

std::vector<EditTarget> KeptTargets::read(const QString &name, const TargetSettings &settings, std::size_t atMost) const
{
    const auto file = m_folder.open(name);
    if (!file || file->metadata().count(facts) == 0 || file->entries().count(deltas) == 0)
        return {};
    const QJsonArray kept = QJsonDocument::fromJson(QByteArray::fromStdString(file->metadata().at(facts))).array();
    const at::Tensor rows = file->tensor(deltas);
    const auto count = static_cast<std::int64_t>(std::min<std::size_t>(atMost, static_cast<std::size_t>(kept.size())));
    if (rows.dim() != 2 || rows.scalar_type() != at::kFloat || rows.size(0) != kept.size())
        return {};
    std::vector<EditTarget> targets;
    for (std::int64_t i = 0; i < count; ++i)
        targets.push_back(targetOf(kept[i], rows[i].contiguous(), settings));
    return targets;
}

void KeptTargets::write(const QString &name, const std::vector<EditTarget> &targets) const
{
    std::vector<at::Tensor> rows;
    QJsonArray kept;
    for (const EditTarget &target : targets) {
        rows.push_back(at::tensor(target.delta, at::kFloat));
        kept.append(toJson(target));
    }
    SafetensorsWriter writer;
    writer.add(deltas, at::stack(rows));
    writer.setMetadata(facts, QJsonDocument(kept).toJson(QJsonDocument::Compact).toStdString());
    m_folder.write(name, writer);
}

} // namespace cw
