// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace cw {

class EditStack;
class Error;
struct EnabledEdit;
struct ExportReport;
class JobQueue;
struct MadeEdit;
class Previewer;
class Selection;

/// Takes edits out of the program: as a checkpoint with the edits in its weights, or as a patch file.
class EditExporter final : public QObject {
    Q_OBJECT
public:
    /// preview: of whose probe set a checkpoint's scores are.
    EditExporter(EditStack &stack, const Selection &selection, const Previewer &preview, JobQueue &jobs,
                 QWidget &window);

    /// The open checkpoint with all edits that are on.
    void exportCheckpoint();
    /// All edits that are on, as one patch.
    void exportEdits();
    /// One edit, whether it is on or not.
    void exportPatch(const QString &id);

Q_SIGNALS:
    /// Something was written: a sentence for the person.
    void done(const QString &sentence);
    void failed(const cw::Error &error);

private:
    void askForFolder(const MadeEdit &edit);
    void writeCheckpoint(const MadeEdit &edit, const QString &folder);
    void askForPatch(const QVector<EnabledEdit> &edits, const QString &name, const QJsonObject &recipe);
    void tell(const ExportReport &report);

    EditStack &m_stack;
    const Selection &m_selection;
    const Previewer &m_preview;
    JobQueue &m_jobs;
    QWidget &m_window;
};

} // namespace cw
