// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/WeightPart.h"

#include <QBitArray>
#include <QObject>

namespace cw {

struct EditSettings;

/// Which rows and neurons of the open model a person has ticked. Panels read and set it; they never call one another.
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
    bool isEmpty() const;
    /// How many weights an edit of them would touch; one that a row and a neuron share counts twice.
    qint64 weights() const;

    void tick(int part, const QVector<int> &places, bool isTicked);
    void tickAll(int part, bool isTicked);
    void clear();
    /// Puts what is ticked into settings, as words.
    void apply(EditSettings &settings) const;

Q_SIGNALS:
    /// It is another model; nothing is ticked.
    void partsChanged();
    /// The ticks of a part are others; -1: of all.
    void changed(int part);

private:
    void untick();
    QString ranges(int part) const;

    QVector<WeightPart> m_parts;
    QVector<QBitArray> m_ticks;
    QVector<int> m_counts;
};

} // namespace cw
