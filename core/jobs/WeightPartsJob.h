// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/WeightPart.h"

#include <QJsonObject>

namespace cw {

/// What is found of all rows and neurons of a checkpoint, part by part, and may be kept: it stays true as long as the
/// checkpoint and the settings are the same.
class WeightPartsJob : public Job {
    Q_OBJECT

public:
    /// name: of the job in a project. settings: those that decide the numbers.
    WeightPartsJob(const QString &title, QLatin1String name, const QJsonObject &settings, const LoadedModel &model)
        : Job(title), m_name(name), m_settings(settings), m_model(model)
    {
    }

    QLatin1String name() const { return m_name; }
    const QJsonObject &settings() const { return m_settings; }
    const LoadedModel &model() const { return m_model; }

Q_SIGNALS:
    /// Emitted on the thread that works.
    void measured(const cw::PartNorms &norms);

private:
    const QLatin1String m_name;
    const QJsonObject m_settings;
    const LoadedModel m_model;
};

} // namespace cw
