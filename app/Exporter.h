// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Attempt.h"

#include <QObject>

class QWidget;

namespace cw {

class Project;
class Selection;
class ShownTrace;
struct Picture;
struct TraceProgress;

/// Takes the trace that is shown out of the program: its pictures and its numbers, as files and to the clipboard.
class Exporter final : public QObject {
    Q_OBJECT
public:
    enum class What { Maps, Roles, Bars };

    Exporter(ShownTrace &trace, const Project &project, const Selection &selection, QWidget &window);

    void exportPicture(What what);
    void exportNumbers();
    void copyPicture(What what);
    void copyNumbers();

Q_SIGNALS:
    /// Something was written or copied: a sentence for the status bar.
    void done(const QString &sentence);
    void failed(const cw::Error &error);

private:
    Picture picture(What what) const;
    /// The trace with the quantity that is looked at.
    TraceProgress chosenTrace() const;
    double seconds() const;
    void tell(const Result<void> &result, const QString &sentence);

    ShownTrace &m_trace;
    const Project &m_project;
    const Selection &m_selection;
    QWidget &m_window;
};

} // namespace cw
