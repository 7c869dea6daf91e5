// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Located.h"

#include <QDialog>
#include <memory>

class QTableView;

namespace cw {

/// What was located: the places with their votes as bars, and on another page the place that each prompt finds the
/// best. Both can be sorted, the places written to a file.
class VotesDialog final : public QDialog {
    Q_OBJECT
public:
    explicit VotesDialog(std::shared_ptr<const Located> located, QWidget *parent = nullptr);

Q_SIGNALS:
    /// What was located is to be written to path.
    void exportAsked(const std::shared_ptr<const cw::Located> &located, const QString &path);

private:
    QTableView *places();
    void askForFile();

    std::shared_ptr<const Located> m_located;
};

} // namespace cw
