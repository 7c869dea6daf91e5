// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <QVector>

namespace cw {

class TickedWeights;

/// Layers and, below each, its modules and its neurons, with their norms, their gradients, the effects that a trace
/// found there and the votes of prompts. A box says whether all, some or none of what lies below it is ticked.
class WeightTree final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Size, Norm, Gradient, Effect, Votes, Ticked, ColumnCount };
    enum ExtraRole {
        NumberRole = Qt::UserRole + 10, ///< to sort by; of a layer the largest in it, NaN where there is none
        FullNameRole                    ///< "layers.3.mlp.out"; empty of a layer
    };

    /// Effects of a layer's attention and MLP; NaN where none is known.
    struct LayerEffect {
        double attention;
        double mlp;
    };

    explicit WeightTree(TickedWeights &ticks, QObject *parent = nullptr);

    /// Norm or gradient of a part; NaN where it is not measured yet.
    void setNumber(Column column, int part, double number);
    /// Of places as Located names them: a module has those of its rows and weights, too.
    void setVotes(const QHash<QString, qint64> &votes);
    /// By layer; empty: no trace is shown.
    void setEffects(const QVector<LayerEffect> &effects);
    /// The part of an index, -1 of a layer.
    int partOf(const QModelIndex &index) const;
    QModelIndex indexOf(int part) const;
    double effectOf(int part) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void rebuild();
    void follow(int part);
    QVector<int> partsOf(const QModelIndex &index) const;
    QString text(const QModelIndex &index) const;
    double number(const QModelIndex &index) const;
    double groupNumber(int group, int column) const;
    double partNumber(int part, int column) const;
    QString groupText(int group, int column) const;
    QString partText(int part, int column) const;
    Qt::CheckState ticked(const QVector<int> &parts) const;

    TickedWeights &m_ticks;
    QVector<QVector<int>> m_groups; ///< parts of each layer, of the embedding, of the head
    QVector<double> m_norms;
    QVector<double> m_gradients;
    QHash<QString, qint64> m_votes; ///< of layers and modules
    QVector<LayerEffect> m_effects;
};

} // namespace cw
