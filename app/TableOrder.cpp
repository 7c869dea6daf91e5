// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TableOrder.h"

#include "app/EditOrder.h"
#include "app/MeasureOrder.h"
#include "app/MeasureRunner.h"
#include "core/checkpoint/PatchFile.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/EditingJob.h"
#include "core/jobs/LoadModelJob.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <algorithm>

namespace cw {
namespace {

TableOrder::Row rowOf(const QJsonObject &edit)
{
    TableOrder::Row row{edit[QLatin1String("name")].toString(),
                        {edit[QLatin1String("job")].toString(), edit[QLatin1String("settings")].toObject()}};
    if (row.name.isEmpty())
        row.name = row.edit.job;
    if (!makesEdit(row.edit.job))
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The job \"%1\" makes no edit."),
                    {row.edit.job.toStdString()});
    return row;
}

/// The edit's job on the table's model and data.
JobFile jobOf(const TableOrder::Row &row, const MeasureSettings &settings)
{
    JobFile file = row.edit;
    file.settings.insert(QStringLiteral("model"), settings.models.first());
    if (file.job != editJob && !file.settings.contains(QLatin1String("data")))
        file.settings.insert(QStringLiteral("data"), settings.data);
    return file;
}

/// The edit as a patch in a file, and what it was controlled by.
struct MadeRow {
    QString patch;
    QVector<KeptPlacebo> placebos;
};

MadeRow madeRow(const TableOrder::Row &row, const MeasureSettings &settings, const LoadedModel &model,
                const QString &folder, const Terminal &terminal)
{
    const MadeEdit edit = madeBy(*editingJob(jobOf(row, settings), model), terminal);
    const QString path = QDir(folder).filePath(row.name + QStringLiteral(".safetensors"));
    writePatch(path, {edit.edit, edit.title, edit.baseHash, {}, edit.recipe, QStringLiteral(CW_VERSION)});
    return {path, editFactsFrom(edit.facts).placebos};
}

/// All measures of a row. False where a person interrupted it.
bool takeRow(const TableOrder &order, const TableOrder::Row &row, const LoadedModel &model, const MeasureRunner &runner,
             MeasureReport &report, const Terminal &terminal)
{
    const QTemporaryDir folder;
    MeasureSettings settings = order.settings;
    const Result<MadeRow> made = attempt([&] { return madeRow(row, settings, model, folder.path(), terminal); });
    if (made) {
        settings.patches = QStringList{made->patch};
        report.add(EditControl{row.name, made->placebos});
        return runner.measure(settings, report);
    }
    if (made.error().kind() == Error::Kind::Cancelled)
        return false;
    settings.patches = QStringList{row.name};
    for (const QString &name : settings.names())
        report.add(MeasureNotRun{name, settings.subject(), describe(made.error())});
    return true;
}

} // namespace

TableOrder TableOrder::read(QJsonObject settings)
{
    TableOrder order;
    QStringList names;
    const QJsonArray edits = settings.take(QLatin1String("edits")).toArray();
    for (const QJsonValue edit : edits) {
        order.rows.append(rowOf(edit.toObject()));
        const QString &name = order.rows.last().name;
        if (names.contains(name) || name.contains(u'/'))
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "The edits of a table need different names without a slash, not "
                                                   "\"%1\"."),
                        {name.toStdString()});
        names << name;
    }
    order.settings = fromJson<MeasureSettings>(settings);
    return order;
}

int carryOut(const TableOrder &order, const Terminal &terminal)
{
    MeasureOrder measures{order.settings, order.outputs, order.project};
    if (order.settings.models.size() > 1 || !order.settings.patches.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "A table is of one model: name that one alone."));
    measures.settings.check();
    measures.settings.against = measures.settings.models.first();
    for (const TableOrder::Row &row : order.rows)
        editingJob(jobOf(row, order.settings)); // what is wrong is said before the first hour of work
    const auto take = [&](const MeasureRunner &runner, MeasureReport &report) {
        if (!runner.measure(measures.settings.perModel().front(), report))
            return false;
        const MeasureSettings &settings = order.settings;
        const LoadedModel model = loadModel(settings.models.first(), settings.device, settings.dtype);
        return std::all_of(order.rows.begin(), order.rows.end(), [&](const TableOrder::Row &row) {
            return takeRow(order, row, model, runner, report, terminal);
        });
    };
    return carryOut(measures, take, terminal);
}

} // namespace cw
