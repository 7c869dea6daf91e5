// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/RunsModel.h"

#include "core/jobs/JobFile.h"
#include "core/measures/Measure.h"
#include "core/project/RunKeeping.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QLocale>
#include <algorithm>

namespace cw {

namespace {

QIcon iconOf(RunState state)
{
    switch (state) {
    case RunState::Running: return icon(QStringLiteral("run"), Role::Accent);
    case RunState::Stopped: return icon(QStringLiteral("stop"), Role::Muted);
    case RunState::Done: return icon(QStringLiteral("check"), Role::Good);
    case RunState::Failed: return icon(QStringLiteral("error"), Role::Problem);
    }
    return {};
}

QString stateText(const RunRecord &run)
{
    const QString time = formatDuration(run.seconds());
    switch (run.state) {
    case RunState::Running: return RunsModel::tr("running");
    case RunState::Stopped: return RunsModel::tr("stopped after %1").arg(time);
    case RunState::Done: return time;
    case RunState::Failed: return RunsModel::tr("failed");
    }
    return {};
}

QString modelOfSettings(const RunRecord &run)
{
    return QDir(run.settings.value(QLatin1String("model")).toString()).dirName();
}

/// "Rows of demo-model".
QString locatedTitle(const RunRecord &run)
{
    const QString model = modelOfSettings(run);
    const QString what = run.settings.value(QLatin1String("what")).toString();
    if (what == QLatin1String("layers"))
        return RunsModel::tr("Layers of %1").arg(model);
    if (what == QLatin1String("modules"))
        return RunsModel::tr("Modules of %1").arg(model);
    return what == QLatin1String("rows") ? RunsModel::tr("Rows of %1").arg(model)
                                         : RunsModel::tr("Weights of %1").arg(model);
}

/// What stands first below the title.
QString kindOf(const RunRecord &run)
{
    if (run.job == generateJob)
        return RunsModel::tr("text");
    if (run.job == measureJob)
        return RunsModel::tr("measure");
    if (run.job == locateJob)
        return RunsModel::tr("located");
    if (run.job == mgLevelsJob)
        return RunsModel::tr("MG-Editing compared");
    QStringList targets;
    for (const QJsonValue target : run.settings.value(QLatin1String("targets")).toArray())
        targets << target.toString().trimmed();
    return targets.join(QLatin1Char('/'));
}

QString detail(const RunRecord &run)
{
    const QDateTime started = QDateTime::fromMSecsSinceEpoch(run.started);
    const bool today = started.date() == QDate::currentDate();
    const QString when = today ? QLocale().toString(started.time(), QLocale::ShortFormat)
                               : QLocale().toString(started.date(), QLocale::ShortFormat);
    QStringList parts{kindOf(run), when, stateText(run)};
    if (const qsizetype edits = stackOf(run).parts.size(); edits > 0)
        parts << (edits == 1 ? RunsModel::tr("1 edit") : RunsModel::tr("%1 edits").arg(edits));
    return parts.join(QStringLiteral(" · "));
}

QString toolTip(const RunRecord &run)
{
    QStringList lines{titleOf(run)};
    if (run.job == traceJob)
        lines << RunsModel::tr("Subject: %1").arg(run.settings.value(QLatin1String("subject")).toString());
    lines << RunsModel::tr("Device: %1, %2").arg(run.device, run.dtype);
    if (!run.message.isEmpty())
        lines << run.message;
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString titleOf(const RunRecord &run)
{
    if (run.job == locateJob)
        return locatedTitle(run);
    if (run.job == mgLevelsJob)
        return RunsModel::tr("All levels of %1").arg(modelOfSettings(run));
    if (run.job != measureJob)
        return run.settings.value(QLatin1String("prompt")).toString();
    const Measure *measure = measureNamed(run.settings.value(QLatin1String("measures")).toString());
    const QString model = run.settings.value(QLatin1String("models")).toArray().at(0).toString();
    return RunsModel::tr("%1 of %2")
        .arg(measure ? QCoreApplication::translate("Measure", measure->info.title) : QString(), QDir(model).dirName());
}

void RunsModel::setRuns(QVector<RunRecord> runs)
{
    std::sort(runs.begin(), runs.end(), [](const RunRecord &a, const RunRecord &b) { return a.id > b.id; });
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto same = [id = m_runs[row].id](const RunRecord &run) { return run.id == id; };
        if (std::none_of(runs.begin(), runs.end(), same)) {
            beginRemoveRows({}, row, row);
            m_runs.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < runs.size(); ++row) {
        if (row < m_runs.size() && m_runs[row].id == runs[row].id)
            continue;
        beginInsertRows({}, row, row);
        m_runs.insert(row, runs[row]);
        endInsertRows();
    }
    m_runs = std::move(runs);
    if (!m_runs.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int RunsModel::rowOf(std::int64_t id) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [id](const RunRecord &run) { return run.id == id; });
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RunRecord &run = m_runs.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return titleOf(run).simplified();
    case Qt::DecorationRole: return iconOf(run.state);
    case Qt::ToolTipRole: return toolTip(run);
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(titleOf(run), detail(run));
    case DetailRole: return detail(run);
    case IdRole: return QVariant::fromValue(run.id);
    default: return {};
    }
}

} // namespace cw
