// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/HubListing.h"
#include "core/hub/HubModel.h"
#include "core/hub/Patience.h"
#include "core/jobs/GetSettings.h"
#include "core/jobs/GotModel.h"
#include "core/jobs/Job.h"

namespace cw {

class HubConnection;
class UnfinishedFolder;

/// Downloads a checkpoint from a hub. Stopped or failed, it leaves TARGET.part, and the same settings go on from there;
/// the target is there whole and verified or not at all.
class GetModelJob : public Job {
    Q_OBJECT

public:
    explicit GetModelJob(const GetSettings &settings, const Patience::Limits &limits = {});

Q_SIGNALS:
    void got(const cw::GotModel &model);

private:
    void work(Monitor &monitor) override;
    HubListing list(HubConnection &connection, Monitor &monitor);
    QByteArray ask(HubConnection &connection, const QUrl &url, const QString &what, Monitor &monitor);
    QByteArray askForIndex(HubConnection &connection, const HubFile &index, const QString &commit, Monitor &monitor);
    void checkThere(const QVector<HubFile> &files, Monitor &monitor) const;
    qint64 download(HubConnection &connection, UnfinishedFolder &folder, const GotModel &model, Monitor &monitor);

    const GetSettings m_settings;
    const QString m_target;
    const HubModel m_model;
    Patience m_patience;
    const int m_silence;
};

} // namespace cw
