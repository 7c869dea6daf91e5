// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EnabledEdit.h"
#include "core/jobs/Job.h"

#include <QJsonObject>

namespace cw {

/// Edits that go into one patch file, each times its strength.
struct PatchContent {
    QString path;
    QVector<EnabledEdit> edits; ///< all for one model
    QString modelName;          ///< of that model's folder, for people
    QJsonObject recipe;
};

/// Writes them, merged where there are several.
class PatchJob : public Job {
    Q_OBJECT

public:
    explicit PatchJob(const PatchContent &content);

private:
    void work(Monitor &monitor) override;

    const PatchContent m_content;
};

} // namespace cw
