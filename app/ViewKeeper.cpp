// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ViewKeeper.h"

#include "app/Docks.h"
#include "core/jobs/Attempt.h"
#include "core/jobs/ModelFacts.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"
#include "core/project/ViewKeys.h"
#include "widgets/models/ShownTrace.h"
#include "widgets/panels/MeasuresPanel.h"
#include "widgets/panels/PromptPanel.h"
#include "widgets/panels/TextPanel.h"

#include <QJsonObject>

namespace cw {

namespace {

const QString runKey = QStringLiteral("run");
const QString cellKey = QStringLiteral("cell");
const QString choiceKey = QStringLiteral("maps");
const QString promptKey = QStringLiteral("prompt");
const QString textKey = QStringLiteral("text");
const QString measuresKey = QStringLiteral("measures");
const QString docksKey = QStringLiteral("docks");

QJsonObject toJson(const CellChoice &cell)
{
    return {{QStringLiteral("token"), cell.token}, {QStringLiteral("layer"), cell.layer}};
}

QJsonObject toJson(const DrawingChoice &choice)
{
    return {{QStringLiteral("quantity"), int(choice.quantity)},
            {QStringLiteral("errors"), choice.errors},
            {QStringLiteral("same_scale"), choice.sameScale}};
}

DrawingChoice choiceOf(const QJsonObject &json)
{
    DrawingChoice choice;
    choice.quantity =
        static_cast<Quantity>(std::clamp(json.value(QLatin1String("quantity")).toInt(), 0, int(Quantity::LogOdds)));
    choice.errors = json.value(QLatin1String("errors")).toBool(choice.errors);
    choice.sameScale = json.value(QLatin1String("same_scale")).toBool(choice.sameScale);
    return choice;
}

} // namespace

ViewKeeper::ViewKeeper(Project &project, Selection &selection, ShownTrace &trace, PromptPanel &prompt, TextPanel &text,
                       MeasuresPanel &measures, Docks &docks)
    : QObject(&docks), m_project(project), m_selection(selection), m_trace(trace), m_prompt(prompt), m_text(text),
      m_measures(measures), m_docks(docks)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1000);
    connect(&m_soon, &QTimer::timeout, this, &ViewKeeper::keep);
    const auto soon = [this] { m_soon.start(); };
    connect(&m_selection, &Selection::modelChanged, this, [this, soon] {
        m_wanted.clear();
        soon();
    });
    connect(&m_selection, &Selection::runChanged, this, soon);
    connect(&m_selection, &Selection::cellChanged, this, soon);
    connect(&m_selection, &Selection::promptChanged, this, soon);
    connect(&m_trace, &ShownTrace::opened, this, soon);
}

void ViewKeeper::restore()
{
    m_soon.stop();
    const QJsonObject view = m_project.view().value_or(QJsonObject());
    const QByteArray docks = QByteArray::fromBase64(view.value(docksKey).toString().toLatin1());
    if (!docks.isEmpty())
        m_docks.setState(docks);
    m_trace.setChoice(choiceOf(view.value(choiceKey).toObject()));
    m_selection.setRun(view.value(runKey).toInteger());
    if (const auto prompt = attempt([&] { return fromJson<TraceSettings>(view.value(promptKey).toObject()); });
        prompt && !prompt->prompt.isEmpty())
        m_prompt.setSettings(*prompt);
    if (const auto text = attempt([&] { return fromJson<GenerateSettings>(view.value(textKey).toObject()); });
        text && !text->prompt.isEmpty())
        m_text.setSettings(*text);
    if (const auto taken = attempt([&] { return fromJson<MeasureSettings>(view.value(measuresKey).toObject()); });
        taken && view.contains(measuresKey))
        m_measures.setSettings(*taken);
    const QJsonObject cell = view.value(cellKey).toObject();
    m_selection.setCell(
        {TraceKind::State, cell.value(QLatin1String("token")).toInt(-1), cell.value(QLatin1String("layer")).toInt(-1)});
    // After a run has asked for its own: what was open last is what was seen.
    m_wanted = view.value(openModelKey).toString();
    if (m_wanted == factsOf(m_selection.base()).folder)
        m_wanted.clear();
    if (!m_wanted.isEmpty())
        Q_EMIT modelWanted(m_wanted);
    m_soon.stop();
}

void ViewKeeper::keep()
{
    m_soon.stop();
    if (!m_project.isOpen())
        return;
    // One that could not be opened today may be there again tomorrow.
    if (m_wanted.isEmpty())
        m_project.setView(openModelKey, factsOf(m_selection.base()).folder);
    m_project.setView(runKey, static_cast<qint64>(m_selection.run()));
    m_project.setView(cellKey, toJson(m_selection.cell()));
    m_project.setView(choiceKey, toJson(m_trace.choice()));
    m_project.setView(promptKey, cw::toJson(m_prompt.settings()));
    m_project.setView(textKey, cw::toJson(m_text.settings()));
    m_project.setView(measuresKey, cw::toJson(m_measures.settings()));
    m_project.setView(docksKey, QString::fromLatin1(m_docks.state().toBase64()));
}

} // namespace cw
