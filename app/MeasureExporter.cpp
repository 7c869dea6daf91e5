// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MeasureExporter.h"

#include "app/Measurer.h"
#include "core/data/MeasureFile.h"
#include "core/data/WholeFile.h"
#include "core/jobs/JobQueue.h"
#include "widgets/dialogs/ExportFileDialog.h"
#include "widgets/dialogs/ItemsDialog.h"
#include "widgets/dialogs/PictureDialog.h"
#include "widgets/panels/MeasureTable.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>

namespace cw {

using Side = ShownMeasures::Side;

MeasureExporter::MeasureExporter(ShownMeasures &shown, const Measurer &measurer, const MeasureTable &table,
                                 JobQueue &jobs, QWidget &window)
    : QObject(&window), m_shown(shown), m_measurer(measurer), m_table(table), m_jobs(jobs), m_window(window)
{
}

ReportJob::Content MeasureExporter::content() const
{
    ReportJob::Content content;
    if (m_shown.hasAfter())
        content.against = m_shown.model(Side::Before).folder;
    for (const Side side : {Side::Before, Side::After}) {
        for (const ShownMeasure &row : m_shown.rows()) {
            const ShownTaken &taken = row.sides[static_cast<std::size_t>(side)];
            if (taken.progress)
                content.runs.push_back(taken.progress);
            else if (taken.state == ShownTaken::State::NotRun)
                content.notRun.append({QLatin1String(row.info->name), m_shown.model(side).folder, taken.reason});
        }
    }
    return content;
}

void MeasureExporter::exportReport()
{
    if (m_shown.isEmpty())
        return;
    auto *dialog = exportFileDialog(tr("Export measures"),
                                    {tr("JSON: with all settings (*.json)"), tr("CSV: one line per number (*.csv)"),
                                     tr("Markdown table (*.md)"), tr("LaTeX table (*.tex)")},
                                    tr("measures") + QStringLiteral(".json"), &m_window);
    dialog->setObjectName(QStringLiteral("measuresDialog"));
    connect(dialog, &QFileDialog::fileSelected, this, &MeasureExporter::write);
    dialog->open();
}

void MeasureExporter::write(const QString &path)
{
    auto job = std::make_unique<ReportJob>(path, content());
    connect(job.get(), &Job::done, this, [this, path] { tell({}, path); });
    connect(job.get(), &Job::failed, this, &MeasureExporter::failed);
    m_jobs.add(std::move(job));
}

void MeasureExporter::exportPicture()
{
    if (m_shown.isEmpty())
        return;
    const Picture picture = m_table.asPicture();
    auto *dialog = new PictureDialog(picture, &m_window);
    connect(dialog, &PictureDialog::chosen, this, [this, picture](const QString &path, double dpi) {
        tell(attempt([&] { writePicture(picture, path, dpi); }), path);
    });
    dialog->open();
}

void MeasureExporter::copyPicture()
{
    if (m_shown.isEmpty())
        return;
    QGuiApplication::clipboard()->setMimeData(pictureForClipboard(m_table.asPicture()));
    Q_EMIT done(tr("The picture was copied."));
}

void MeasureExporter::showItems(int row)
{
    for (const Side side : {Side::Before, Side::After}) {
        const auto progress = m_measurer.items(row, side);
        if (!progress)
            continue;
        auto *dialog = new ItemsDialog(progress, &m_window);
        connect(dialog, &ItemsDialog::exportAsked, this, &MeasureExporter::writeItems);
        dialog->show();
    }
}

void MeasureExporter::writeItems(const std::shared_ptr<const MeasureProgress> &progress, const QString &path)
{
    tell(attempt([&] { writeWholeFile(path, itemsCsv(*progress)); }), path);
}

void MeasureExporter::tell(const Result<void> &result, const QString &path)
{
    if (result)
        Q_EMIT done(tr("Wrote %1").arg(QDir::toNativeSeparators(path)));
    else
        Q_EMIT failed(result.error());
}

} // namespace cw
