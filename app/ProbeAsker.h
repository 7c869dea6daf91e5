// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>

class QWidget;

namespace cw {

class MethodDialog;
class Previewer;

/// Asks which prompts and which text the live scores are of.
class ProbeAsker final : public QObject {
    Q_OBJECT
public:
    ProbeAsker(Previewer &previewer, QWidget &window);

    void ask();

private:
    void take(const QJsonObject &asked, MethodDialog &dialog);

    Previewer &m_previewer;
    QWidget &m_window;
};

} // namespace cw
