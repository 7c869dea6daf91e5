// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Picture.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QSpinBox;

namespace cw {

/// Asks in which format and resolution a picture is to be written, and shows it.
class PictureDialog final : public QDialog {
    Q_OBJECT
public:
    /// name: of the file that is offered, without its ending; empty: that of a trace.
    explicit PictureDialog(const Picture &picture, QWidget *parent = nullptr, const QString &name = {});

    PictureFormat format() const;
    double dpi() const;

Q_SIGNALS:
    /// path ends in the format's ending.
    void chosen(const QString &path, double dpi);

private:
    void showSize();
    void askForFile();

    Picture m_picture;
    const QString m_name;
    QComboBox *m_format;
    QSpinBox *m_dpi;
    QLabel *m_size;
};

} // namespace cw
