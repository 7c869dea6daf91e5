// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace cw {

/// The names of jobs in job files and in projects.
constexpr QLatin1String traceJob("trace");
constexpr QLatin1String generateJob("generate");
constexpr QLatin1String measureJob("measure");
constexpr QLatin1String editJob("edit");
constexpr QLatin1String lsdmJob("lsdm");
constexpr QLatin1String romeJob("rome");
constexpr QLatin1String memitJob("memit");
constexpr QLatin1String mgJob("mg");
constexpr QLatin1String mgLevelsJob("mg-levels");
constexpr QLatin1String finetuneJob("finetune");
constexpr QLatin1String locateJob("locate");
constexpr QLatin1String tableJob("table"); ///< of files alone: several edits, measured

/// What is found of a checkpoint's weights, and kept in a project beside its runs.
constexpr QLatin1String normsJob("norms");
constexpr QLatin1String gradientsJob("gradients");

inline bool isOfWeights(const QString &job)
{
    return job == normsJob || job == gradientsJob;
}

/// A job as data: {"job": "trace", "settings": {...}}, the form of JOB.json and of the runs in a project.
struct JobFile {
    QString job;
    QJsonObject settings;

    /// Throws Error of kind Input naming source when the text is no such object, or its job is unknown.
    static JobFile read(const QByteArray &text, const QString &source);
    QByteArray text() const;
    /// The command that does the same. Throws Error of kind Input for settings that the job has not.
    QString command() const;
};

} // namespace cw
