// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/ShownTexts.h"

namespace cw {

ShownTexts::ShownTexts(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(33);
    connect(&m_pause, &QTimer::timeout, this, &ShownTexts::tell);
}

void ShownTexts::setModel(Side side, const QString &name, const QString &folder)
{
    at(side) = {};
    at(side).model = name;
    at(side).folder = folder;
    Q_EMIT opened(side);
}

void ShownTexts::await(Side side, const QString &prompt)
{
    Column &column = at(side);
    column.state = State::Waiting;
    column.prompt = prompt;
    column.text = {};
    column.seconds = 0;
    Q_EMIT opened(side);
}

void ShownTexts::begin(Side side)
{
    at(side).state = State::Writing;
    m_clock.start();
    Q_EMIT changed(side);
}

void ShownTexts::grow(Side side, const TextPiece &piece)
{
    if (piece.sample != 0)
        return;
    GeneratedText &text = at(side).text;
    text.ids.insert(text.ids.end(), piece.ids.begin(), piece.ids.end());
    text.text += piece.text;
    text.end = piece.end;
    m_touched[static_cast<std::size_t>(side)] = true;
    if (!m_pause.isActive())
        m_pause.start();
}

void ShownTexts::end(Side side)
{
    Column &column = at(side);
    if (column.state == State::Writing) {
        column.seconds = static_cast<double>(m_clock.elapsed()) / 1000;
        if (column.text.end == TextEnd::None)
            column.text.end = TextEnd::Cancelled;
        column.state = State::Ended;
    } else {
        column.state = State::Empty;
    }
    m_touched[static_cast<std::size_t>(side)] = true;
    tell();
}

void ShownTexts::show(Side side, const Generation &generation, double seconds)
{
    Column &column = at(side);
    column.state = State::Ended;
    column.prompt = generation.run.settings.prompt;
    column.text = generation.texts.front();
    column.seconds = seconds;
    Q_EMIT opened(side);
}

void ShownTexts::tell()
{
    m_pause.stop();
    for (const Side side : {Side::Before, Side::After}) {
        if (std::exchange(m_touched[static_cast<std::size_t>(side)], false))
            Q_EMIT changed(side);
    }
}

} // namespace cw
