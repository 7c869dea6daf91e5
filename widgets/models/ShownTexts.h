// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Generation.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <array>

namespace cw {

/// The texts that are looked at side by side: of the model before, and of one after, where there is one. Pieces that
/// arrive are collected and told at most thirty times a second.
class ShownTexts final : public QObject {
    Q_OBJECT
public:
    enum class Side { Before, After };
    enum class State { Empty, Waiting, Writing, Ended };

    /// One text, and the model that wrote or will write it.
    struct Column {
        QString model;  ///< its name; empty: there is none on this side
        QString folder; ///< of the model
        State state = State::Empty;
        QString prompt;
        GeneratedText text; ///< the first sample
        double seconds = 0;
    };

    explicit ShownTexts(QObject *parent = nullptr);

    const Column &column(Side side) const { return m_columns[static_cast<std::size_t>(side)]; }
    bool hasAfter() const { return !column(Side::After).model.isEmpty(); }

    /// Another model on a side; its text goes.
    void setModel(Side side, const QString &name, const QString &folder);
    /// A text is asked for and will be written when it is its turn.
    void await(Side side, const QString &prompt);
    void begin(Side side);
    void grow(Side side, const TextPiece &piece);
    void end(Side side);
    /// A text that was written earlier.
    void show(Side side, const Generation &generation, double seconds);

Q_SIGNALS:
    /// Another model or another text, from its beginning.
    void opened(cw::ShownTexts::Side side);
    /// More of the text, or its end.
    void changed(cw::ShownTexts::Side side);

private:
    Column &at(Side side) { return m_columns[static_cast<std::size_t>(side)]; }
    void tell();

    std::array<Column, 2> m_columns;
    std::array<bool, 2> m_touched{};
    QElapsedTimer m_clock;
    QTimer m_pause;
};

} // namespace cw
