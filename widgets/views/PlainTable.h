// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>
#include <QVector>

namespace cw {

/// Rows of text that are looked at and not changed, as high as they are up to a dozen. Numbers stand to the right but
/// in the last column, which takes the room that is left.
class PlainTable final : public QTableWidget {
    Q_OBJECT
public:
    /// The first row is the heading.
    explicit PlainTable(const QVector<QStringList> &rows, QWidget *parent = nullptr);

private:
    void fitHeight();
};

} // namespace cw
