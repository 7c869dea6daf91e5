// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Located.h"
#include "widgets/views/Picture.h"
#include "widgets/views/VoteBars.h"

#include <QDialog>
#include <memory>

class QDialogButtonBox;
class QTableView;

namespace cw {

/// What was located: the places with their votes, the same as a histogram, and the place that each prompt finds the
/// best, a page for each. The tables can be sorted, the places and the histogram written to a file.
class VotesDialog final : public QDialog {
    Q_OBJECT
public:
    explicit VotesDialog(std::shared_ptr<const Located> located, QWidget *parent = nullptr);

Q_SIGNALS:
    /// What was located is to be written to path.
    void exportAsked(const std::shared_ptr<const cw::Located> &located, const QString &path);
    void pictureAsked(const cw::Picture &picture, const QString &path, double dpi);

private:
    QTableView *places();
    QDialogButtonBox *buttons();
    void askForFile();
    void askForPicture();

    std::shared_ptr<const Located> m_located;
    VoteBars m_bars;
};

} // namespace cw
