// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace cw {

class ShownPreview;

/// The probe prompts with the probabilities of their two answers, before and after the edits.
class PreviewModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum ExtraRole { A = Qt::UserRole + 1, B, BaseA, BaseB, ExactRole, SubjectRole, FlippedRole };

    explicit PreviewModel(const ShownPreview &shown, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void follow();

    const ShownPreview &m_shown;
    int m_rows = 0;
};

} // namespace cw
