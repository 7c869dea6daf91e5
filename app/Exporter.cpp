// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Exporter.h"

#include "core/data/TraceFile.h"
#include "core/jobs/Attempt.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"
#include "widgets/dialogs/ExportFileDialog.h"
#include "widgets/dialogs/PictureDialog.h"
#include "widgets/models/ShownTrace.h"
#include "widgets/views/ChartPicture.h"
#include "widgets/views/HeatmapPicture.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>

namespace cw {

Exporter::Exporter(ShownTrace &trace, const Project &project, const Selection &selection, QWidget &window)
    : QObject(&window), m_trace(trace), m_project(project), m_selection(selection), m_window(window)
{
}

Picture Exporter::picture(What what) const
{
    const TraceRun &run = m_trace.run();
    switch (what) {
    case What::Maps: return heatmapPicture(heatmaps(run, m_trace.effects(), m_trace.choice()), caption(run));
    case What::Roles: return chartPicture(roleCharts(run, m_trace.effects(), m_trace.choice().quantity), caption(run));
    case What::Bars: return barsPicture(targetBars(run), caption(run));
    }
    return {};
}

void Exporter::exportPicture(What what)
{
    if (m_trace.isEmpty())
        return;
    const Picture made = picture(what);
    auto *dialog = new PictureDialog(made, &m_window);
    connect(dialog, &PictureDialog::chosen, this, [this, made](const QString &path, double dpi) {
        tell(attempt([&] { writePicture(made, path, dpi); }), tr("Wrote %1").arg(QDir::toNativeSeparators(path)));
    });
    dialog->open();
}

void Exporter::exportNumbers()
{
    if (m_trace.isEmpty())
        return;
    auto *dialog = exportFileDialog(tr("Export numbers"),
                                    {tr("CSV: one line per cell (*.csv)"), tr("JSON: with all settings (*.json)"),
                                     tr("NumPy: every sample (*.npz)")},
                                    tr("trace") + QStringLiteral(".csv"), &m_window);
    dialog->setObjectName(QStringLiteral("numbersDialog"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        tell(attempt([&] { writeTrace(path, chosenTrace(), seconds()); }),
             tr("Wrote %1").arg(QDir::toNativeSeparators(path)));
    });
    dialog->open();
}

void Exporter::copyPicture(What what)
{
    if (m_trace.isEmpty())
        return;
    QGuiApplication::clipboard()->setMimeData(pictureForClipboard(picture(what)));
    Q_EMIT done(tr("The picture was copied."));
}

void Exporter::copyNumbers()
{
    if (m_trace.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(traceCsv(chosenTrace())));
    Q_EMIT done(tr("The numbers were copied as CSV."));
}

TraceProgress Exporter::chosenTrace() const
{
    TraceProgress trace = m_trace.progress();
    trace.run.settings.quantity = m_trace.choice().quantity;
    return trace;
}

double Exporter::seconds() const
{
    const Result<RunRecord> run = m_project.run(m_selection.run());
    return run ? run->seconds() : 0;
}

void Exporter::tell(const Result<void> &result, const QString &sentence)
{
    if (result)
        Q_EMIT done(sentence);
    else
        Q_EMIT failed(result.error());
}

} // namespace cw
