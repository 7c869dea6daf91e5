// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/AlignedRows.h"
#include "core/data/CsvLine.h"
#include "core/data/MeasureFile.h"
#include "core/data/WholeFile.h"
#include "core/engine/Error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <cmath>

namespace cw {
namespace {

QString text(const char *key)
{
    return QCoreApplication::translate("Measure", key);
}

/// As many digits as people compare: per cent with one, small numbers with three.
QString shown(double value)
{
    if (!std::isfinite(value))
        return QStringLiteral("-");
    const double size = std::abs(value);
    return QString::number(value, 'f', size >= 100 ? 1 : size >= 10 ? 2 : 4);
}

QString shown(const Interval &interval)
{
    if (!std::isfinite(interval.low))
        return QStringLiteral("-");
    return QStringLiteral("%1 .. %2").arg(shown(interval.low), shown(interval.high));
}

QString modelName(const QString &folder)
{
    return QDir(folder).dirName();
}

using Rows = QVector<QStringList>;

/// One row for each number: model, measure, number, value, interval, items, left out, cut.
Rows numberRows(const MeasureReport &report)
{
    Rows rows{{text(QT_TRANSLATE_NOOP("Measure", "model")), text(QT_TRANSLATE_NOOP("Measure", "measure")),
               text(QT_TRANSLATE_NOOP("Measure", "number")), text(QT_TRANSLATE_NOOP("Measure", "value")),
               text(QT_TRANSLATE_NOOP("Measure", "95 % interval")), text(QT_TRANSLATE_NOOP("Measure", "items")),
               text(QT_TRANSLATE_NOOP("Measure", "left out")), text(QT_TRANSLATE_NOOP("Measure", "cut"))}};
    for (std::size_t i = 0; i < report.runs().size(); ++i) {
        const MeasureProgress &progress = report.runs()[i];
        const int cut = progress.count(ItemState::Cut);
        for (const MeasuredNumber &number : report.summaries()[i].numbers)
            rows.append({modelName(progress.run.settings.subject()), QLatin1String(progress.run.info().name),
                         text(number.rule->title), shown(number.value), shown(number.interval),
                         QString::number(progress.count(ItemState::Done) + cut),
                         QString::number(progress.count(ItemState::LeftOut)), QString::number(cut)});
    }
    return rows;
}

/// The models that were measured, in their order.
QStringList modelsOf(const MeasureReport &report)
{
    QStringList models;
    for (const MeasureProgress &run : report.runs())
        models << run.run.settings.subject();
    models.removeDuplicates();
    return models;
}

/// One row for each model with the numbers of the measures' own tables; empty for a single model.
Rows modelRows(const MeasureReport &report)
{
    const QStringList models = modelsOf(report);
    Rows rows;
    if (models.size() < 2)
        return rows;
    rows.append({text("model")});
    for (const QString &model : models)
        rows.append({modelName(model)});
    for (std::size_t i = 0; i < report.runs().size(); ++i) {
        const MeasureInfo &info = report.runs()[i].run.info();
        const auto row = models.indexOf(report.runs()[i].run.settings.subject()) + 1;
        for (int number = 0; number < info.tabled; ++number) {
            const MeasuredNumber &one = report.summaries()[i].numbers[static_cast<std::size_t>(number)];
            const QString heading = QLatin1String(info.name) + QStringLiteral(": ") + text(one.rule->title);
            auto column = rows[0].indexOf(heading);
            if (column < 0) {
                column = rows[0].size();
                rows[0] << heading;
                for (qsizetype other = 1; other < rows.size(); ++other)
                    rows[other] << QStringLiteral("-");
            }
            rows[row][column] = shown(one.value);
        }
    }
    return rows;
}

/// One row for each number of each comparison; empty where nothing is compared.
Rows changeRows(const MeasureReport &report)
{
    Rows rows;
    for (const ModelComparison &comparison : report.comparisons()) {
        for (const MeasureComparison &measure : comparison.measures) {
            for (const NumberChange &change : measure.changes)
                rows.append({modelName(comparison.model), QLatin1String(measure.info->name), text(change.rule->title),
                             shown(change.before), shown(change.after), shown(change.change()), shown(change.interval),
                             shown(change.adjustedP), name(change.verdict), shown(100 * measure.flipped)});
        }
    }
    if (!rows.isEmpty())
        rows.prepend({text(QT_TRANSLATE_NOOP("Measure", "model")), text(QT_TRANSLATE_NOOP("Measure", "measure")),
                      text(QT_TRANSLATE_NOOP("Measure", "number")), text(QT_TRANSLATE_NOOP("Measure", "before")),
                      text(QT_TRANSLATE_NOOP("Measure", "after")), text(QT_TRANSLATE_NOOP("Measure", "change")),
                      text(QT_TRANSLATE_NOOP("Measure", "95 % interval")),
                      text(QT_TRANSLATE_NOOP("Measure", "p (Holm)")), text(QT_TRANSLATE_NOOP("Measure", "guard")),
                      text(QT_TRANSLATE_NOOP("Measure", "flipped %"))});
    return rows;
}

Rows notRunRows(const MeasureReport &report)
{
    Rows rows;
    for (const MeasureNotRun &one : report.notRun())
        rows.append({modelName(one.model), one.measure, one.reason});
    if (!rows.isEmpty())
        rows.prepend({text(QT_TRANSLATE_NOOP("Measure", "model")), text(QT_TRANSLATE_NOOP("Measure", "not run")),
                      text(QT_TRANSLATE_NOOP("Measure", "why"))});
    return rows;
}

/// One row for each kind of placebo of each edit, or one that says that none was drawn.
Rows controlRows(const MeasureReport &report)
{
    Rows rows;
    for (const EditControl &control : report.controls()) {
        if (control.placebos.isEmpty())
            rows.append({control.edit, text(QT_TRANSLATE_NOOP("Measure", "no placebo")), {}, {}, {}, {}, {}});
        for (const KeptPlacebo &placebo : control.placebos)
            rows.append({control.edit, placebo.kind, placebo.score, shown(placebo.before), shown(placebo.edited),
                         shown(Interval{placebo.low, placebo.high}), shown(placebo.p)});
    }
    if (!rows.isEmpty())
        rows.prepend({text(QT_TRANSLATE_NOOP("Measure", "edit")), text(QT_TRANSLATE_NOOP("Measure", "placebos")),
                      text(QT_TRANSLATE_NOOP("Measure", "compared by")), text(QT_TRANSLATE_NOOP("Measure", "before")),
                      text(QT_TRANSLATE_NOOP("Measure", "edited")), text(QT_TRANSLATE_NOOP("Measure", "90 % of draws")),
                      text(QT_TRANSLATE_NOOP("Measure", "p"))});
    return rows;
}

std::vector<Rows> tables(const MeasureReport &report)
{
    std::vector<Rows> all;
    for (Rows rows :
         {modelRows(report), numberRows(report), changeRows(report), controlRows(report), notRunRows(report)})
        if (rows.size() > 1)
            all.push_back(std::move(rows));
    return all;
}

QString escapedForLatex(const QString &cell)
{
    QString escaped;
    for (const QChar c : cell) {
        if (QStringLiteral("&%$#_{}").contains(c))
            escaped += u'\\';
        escaped += c == u'|'    ? QStringLiteral("\\textbar{}")
                   : c == u'\\' ? QStringLiteral("\\textbackslash{}")
                                : QString(c);
    }
    return escaped;
}

} // namespace

QString reportText(const MeasureReport &report)
{
    QStringList parts;
    for (const Rows &rows : tables(report))
        parts << aligned(rows);
    return parts.join(u'\n');
}

QByteArray reportCsv(const MeasureReport &report)
{
    QString all;
    for (const Rows &rows : tables(report)) {
        all += all.isEmpty() ? QString() : QStringLiteral("\n");
        for (const QStringList &row : rows) {
            QStringList fields;
            for (const QString &cell : row)
                fields << csvField(cell);
            all += fields.join(u',') + u'\n';
        }
    }
    return all.toUtf8();
}

QByteArray reportMarkdown(const MeasureReport &report)
{
    QString all;
    for (const Rows &rows : tables(report)) {
        all += all.isEmpty() ? QString() : QStringLiteral("\n");
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QStringList cells = rows[i];
            cells.replaceInStrings(QStringLiteral("|"), QStringLiteral("\\|"));
            all += QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
            if (i == 0)
                all += QStringLiteral("|") + QStringLiteral("---|").repeated(rows[i].size()) + u'\n';
        }
    }
    return all.toUtf8();
}

QByteArray reportLatex(const MeasureReport &report)
{
    QString all;
    for (const Rows &rows : tables(report)) {
        all += QStringLiteral("\\begin{tabular}{%1}\n\\hline\n").arg(QStringLiteral("l").repeated(rows.first().size()));
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QStringList cells;
            for (const QString &cell : rows[i])
                cells << escapedForLatex(cell);
            all += cells.join(QStringLiteral(" & ")) + QStringLiteral(" \\\\\n") +
                   (i == 0 ? QStringLiteral("\\hline\n") : QString());
        }
        all += QStringLiteral("\\hline\n\\end{tabular}\n");
    }
    return all.toUtf8();
}

void checkReportFile(const QString &path)
{
    static const QStringList endings{QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("md"),
                                     QStringLiteral("tex")};
    if (!endings.contains(QFileInfo(path).suffix().toLower()))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 cannot be written: name a file that ends in .json, .csv, .md or "
                                               ".tex."),
                    {path.toStdString()});
    requireWritable(path);
}

void writeReport(const QString &path, const MeasureReport &report)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("csv"))
        return writeWholeFile(path, reportCsv(report));
    if (ending == QLatin1String("md"))
        return writeWholeFile(path, reportMarkdown(report));
    if (ending == QLatin1String("tex"))
        return writeWholeFile(path, reportLatex(report));
    writeWholeFile(path, QJsonDocument(reportJson(report)).toJson());
}

} // namespace cw
