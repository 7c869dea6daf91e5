// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureReport.h"

#include <QJsonObject>

namespace cw {

/// One measure of one model: its numbers with their intervals, the items counted, goal, files, source and caveats.
QJsonObject measureJson(const MeasureProgress &progress);
QJsonObject measureJson(const MeasureProgress &progress, const MeasureSummary &summary);

/// What `counterweight measure --json` prints: "measures", "notRun", "controls", "comparisons", "complete".
QJsonObject reportJson(const MeasureReport &report);

/// The numbers as a table, each with model, measure, interval and items: for people, or as CSV, Markdown or LaTeX.
QString reportText(const MeasureReport &report);
QByteArray reportCsv(const MeasureReport &report);
QByteArray reportMarkdown(const MeasureReport &report);
QByteArray reportLatex(const MeasureReport &report);

/// Every item of a measure with its values, as CSV.
QByteArray itemsCsv(const MeasureProgress &progress);

/// Throws Error of kind Input or File where a report could not be written there: costs nothing, said before the work.
void checkReportFile(const QString &path);
/// Writes the form that the ending of path names: json, csv, md or tex.
void writeReport(const QString &path, const MeasureReport &report);

} // namespace cw
