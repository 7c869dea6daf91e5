// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/AddPatchJob.h"

#include <QObject>

class QWidget;

namespace cw {

class EditMaker;
class Selection;

/// Lays patches from files on the stack.
class PatchAdder final : public QObject {
    Q_OBJECT
public:
    PatchAdder(EditMaker &maker, const Selection &selection, QWidget &window);

    /// Asks for the file.
    void ask();

private:
    void add(const QString &path, const LoadedModel &model, AddPatchJob::Foreign foreign);
    /// A patch for another model changes something else than it was made to: the person says whether it is wanted.
    void askWhetherForeign(const QString &path, const LoadedModel &model, const QString &baseName);

    EditMaker &m_maker;
    const Selection &m_selection;
    QWidget &m_window;
};

} // namespace cw
