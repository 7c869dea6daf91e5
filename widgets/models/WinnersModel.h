// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Located.h"

#include <QAbstractTableModel>
#include <memory>

namespace cw {

/// Which place each prompt finds the best.
class WinnersModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Prompt, Place, ColumnCount };

    explicit WinnersModel(std::shared_ptr<const Located> located, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Located> m_located;
};

} // namespace cw
