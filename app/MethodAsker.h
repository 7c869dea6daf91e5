// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>

class QWidget;

namespace cw {

class EditMaker;
class MethodDialog;
class Selection;
class Settings;
class ShownTrace;
class TickedWeights;
struct FieldItem;
struct JobFile;

/// Asks how a method is to edit the open model, and has the edit made.
class MethodAsker final : public QObject {
    Q_OBJECT
public:
    enum class Method { Lsdm, Rome, Memit, Mg, Finetune };

    MethodAsker(EditMaker &maker, const Selection &selection, const ShownTrace &trace, const TickedWeights &ticks,
                const Settings &settings, QWidget &window);

    void ask(Method method);

Q_SIGNALS:
    /// A job that makes an edit.
    void started();

private:
    /// Whether the layer that the shown trace suggests stands in the fields.
    enum class Layers { Usual, Suggested };

    template <class S>
    void ask(const QString &job, const QString &title, const QString &about, Layers layers = Layers::Usual);
    void suggest(FieldItem &layers, bool isFirst) const;
    void takeTicks(QVector<FieldItem> &items) const;
    void start(const QString &job, const QJsonObject &asked, MethodDialog &dialog);

    EditMaker &m_maker;
    const Selection &m_selection;
    const ShownTrace &m_trace;
    const TickedWeights &m_ticks;
    const Settings &m_settings;
    QWidget &m_window;
    QHash<QString, QJsonObject> m_asked; ///< of this model, by method: what was asked for last
};

} // namespace cw
