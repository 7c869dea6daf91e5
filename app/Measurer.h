// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ComparedModel.h"
#include "widgets/models/ShownMeasures.h"

#include <QObject>
#include <QPointer>
#include <QVector>

namespace cw {

class Error;
class JobQueue;
class MeasureFollower;
class MeasureJob;
class Project;
class Selection;

/// Takes measures of the open model and of the one it is compared with, keeps them in the project and shows them as
/// they come. A measure that is chosen among the runs comes back.
class Measurer final : public QObject {
    Q_OBJECT
public:
    using Side = ShownMeasures::Side;

    Measurer(Project &project, Selection &selection, ShownMeasures &shown, JobQueue &jobs, QObject *parent = nullptr);

    /// Goes on with what the project has of the same measures.
    void start(const MeasureSettings &settings);
    void stop();
    /// Another project is open: what runs is stopped, and nothing of it is shown.
    void leave();
    /// The model that is measured beside the open one; an empty folder: none.
    void compareWith(const QString &folder);
    bool isMeasuring() const { return m_running > 0; }
    /// The items of a row as far as they are measured; null where there are none.
    std::shared_ptr<const MeasureProgress> items(int row, Side side) const;

Q_SIGNALS:
    void measuringChanged(bool measuring);
    /// A measure is shown that was taken earlier.
    void broughtBack(const cw::MeasureSettings &settings);
    /// It was taken of a model which is not the open one.
    void modelWanted(const QString &folder);
    void failed(const cw::Error &error);

private:
    /// A measure of the set that is shown.
    struct Work {
        int row = 0;
        Side side = Side::Before;
        QPointer<MeasureJob> job;
        QPointer<MeasureFollower> follower;
    };

    void add(int row, Side side, const MeasureSettings &single, const LoadedModel &model);
    void connectEnds(MeasureJob &job, MeasureFollower &follower, int row, Side side);
    void end(int row, Side side, ShownTaken::State state, const std::shared_ptr<const MeasureProgress> &progress);
    void countDown();
    void summarise(int row, Side side, const std::shared_ptr<const MeasureProgress> &progress);
    void compareRow(int row);
    void giveUp();
    void showModel(const LoadedModel &model);
    void showAfter();
    void showRun(std::int64_t id);

    Project &m_project;
    Selection &m_selection;
    ShownMeasures &m_shown;
    JobQueue &m_jobs;
    ComparedModel m_after;
    QVector<Work> m_work;
    int m_set = 0; ///< counts what was shown: what still comes of an earlier set is dropped
    int m_running = 0;
};

} // namespace cw
