// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/WeightPart.h"

#include <QBitArray>
#include <QMap>
#include <QObject>

namespace cw {

struct EditSettings;
struct TickWords;

/// Which rows, neurons and single weights of the open model a person has ticked. Panels read and set it; they never
/// call one another.
class TickedWeights : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Another model: nothing of it is ticked yet.
    void setParts(const QVector<WeightPart> &parts);
    const QVector<WeightPart> &parts() const { return m_parts; }

    bool isTicked(int part, int place) const { return m_ticks[part].testBit(place); }
    /// How many of a part.
    int count(int part) const { return m_counts[part]; }
    /// The single weights of a row that are ticked, by column, ascending; none of a row that is ticked itself.
    QVector<int> columns(int part, int row) const { return m_columns[part].value(row); }
    /// How many single weights of a part.
    int singles(int part) const;
    bool isEmpty() const;
    /// How many weights an edit of them would touch; one that a row and a neuron share counts twice.
    qint64 weights() const;

    void tick(int part, const QVector<int> &places, bool isTicked);
    void tickAll(int part, bool isTicked);
    /// A single weight of a module.
    void tickWeight(int part, int row, int column, bool isTicked);
    /// Ticks what the words name and nothing else; what the model lacks is passed over. Throws Error of kind Input for
    /// words that are none.
    void set(const TickWords &words);
    void clear();
    /// Puts what is ticked into settings, as words.
    void apply(EditSettings &settings) const;
    /// The same as JSON, as selectionJson() writes it.
    QJsonObject selection() const;

Q_SIGNALS:
    /// It is another model; nothing is ticked.
    void partsChanged();
    /// The ticks of a part are others; -1: of all.
    void changed(int part);

private:
    void untick();
    void setPart(int part, const QJsonObject &selection);
    QString ranges(int part) const;
    QStringList singleWords(int part) const;

    QVector<WeightPart> m_parts;
    QVector<QBitArray> m_ticks;
    QVector<int> m_counts;
    QVector<QMap<int, QVector<int>>> m_columns; ///< of single weights, by part and row
};

} // namespace cw
