// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/EditStack.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PatchFile.h"
#include "core/engine/EditOverlap.h"
#include "core/project/PackedEdit.h"
#include "core/project/Project.h"

#include <QJsonArray>
#include <QUuid>
#include <algorithm>

namespace cw {
EditStack::EditStack(Project &project, QObject *parent) : QObject(parent), m_project(project)
{
    connect(&project, &Project::opened, this, &EditStack::load);
    connect(&project, &Project::becameWritable, this, &EditStack::writeAgain);
    load();
}

void EditStack::load()
{
    const Result<QVector<EditRecord>> edits = m_project.isOpen() ? m_project.edits() : QVector<EditRecord>();
    m_isRead = edits.has_value();
    m_edits = edits.value_or(QVector<EditRecord>());
    m_steps = {{m_edits, {}, {}}};
    m_position = 0;
    m_contents.clear();
    Q_EMIT changed();
    if (!edits)
        Q_EMIT m_project.failed(edits.error());
}

void EditStack::write()
{
    if (m_isRead)
        m_project.setEdits(m_edits);
}

QString EditStack::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QJsonObject EditStack::recipePart(const EditRecord &edit)
{
    return {{QStringLiteral("alpha"), edit.alpha},
            {QStringLiteral("title"), edit.title},
            {QStringLiteral("recipe"), edit.recipe}};
}

int EditStack::place(const QString &id) const
{
    const auto found =
        std::find_if(m_edits.begin(), m_edits.end(), [&id](const EditRecord &edit) { return edit.id == id; });
    return found == m_edits.end() ? -1 : static_cast<int>(found - m_edits.begin());
}

Result<std::shared_ptr<const Edit>> EditStack::content(const EditRecord &edit) const
{
    return attempt([&]() -> std::shared_ptr<const Edit> {
        std::shared_ptr<const Edit> &known = m_contents[edit.content];
        if (!known)
            known = readPatch(valueOrThrow(m_project.content(edit.content)), edit.title).edit;
        return known;
    });
}

Result<QVector<EnabledEdit>> EditStack::enabled(int below) const
{
    return attempt([&] {
        QVector<EnabledEdit> all;
        for (const EditRecord &edit : m_edits.first(below < 0 ? m_edits.size() : below))
            if (edit.isOn)
                all.append({{edit.title, edit.content, edit.alpha}, edit.base, valueOrThrow(content(edit))});
        return all;
    });
}

Result<std::vector<ActiveEdit>> EditStack::active(const QString &base) const
{
    return attempt([&] {
        std::vector<ActiveEdit> own;
        for (const EnabledEdit &edit : valueOrThrow(enabled()))
            if (edit.base == base)
                own.push_back({edit.edit, edit.part.alpha});
        return own;
    });
}

template <class F> QJsonObject EditStack::parts(const QString &base, const F &part) const
{
    QJsonArray all;
    for (const EditRecord &edit : m_edits)
        if (edit.isOn && edit.base == base)
            all.append(part(edit));
    return {{QStringLiteral("edits"), all}};
}

QJsonObject EditStack::recipe(const QString &base) const
{
    return parts(base, recipePart);
}

QJsonObject EditStack::facts(const QString &base) const
{
    return parts(base, [](const EditRecord &edit) {
        return QJsonObject{{QStringLiteral("alpha"), edit.alpha},
                           {QStringLiteral("title"), edit.title},
                           {QStringLiteral("facts"), edit.facts}};
    });
}

StackSnapshot EditStack::snapshot(const QString &base, int below) const
{
    StackSnapshot stack;
    for (const EditRecord &edit : m_edits.first(below < 0 ? m_edits.size() : below))
        if (edit.isOn && edit.base == base)
            stack.parts.append({edit.title, edit.content, edit.alpha});
    return stack;
}

bool EditStack::isStale(const EditRecord &edit) const
{
    return snapshot(edit.base, place(edit.id)).hashOn(edit.base) != edit.madeOn;
}

QStringList EditStack::overlapping(const EditRecord &edit) const
{
    QStringList ids;
    for (const EditRecord &other : m_edits)
        if (other.id != edit.id && other.isOn && other.base == edit.base && overlaps(edit, other))
            ids << other.id;
    return ids;
}

/// Contents never change: what two of them share is found out once, and not at every move of a slider.
bool EditStack::overlaps(const EditRecord &one, const EditRecord &other) const
{
    const QPair<QString, QString> pair(std::min(one.content, other.content), std::max(one.content, other.content));
    const auto known = m_overlaps.constFind(pair);
    if (known != m_overlaps.constEnd())
        return *known;
    const auto own = content(one);
    const auto its = content(other);
    if (!own || !its)
        return false;
    const bool found = overlap(**own, **its);
    m_overlaps.insert(pair, found);
    return found;
}

QString EditStack::add(const PackedEdit &packed)
{
    const MadeEdit &made = packed.made;
    EditRecord edit;
    edit.id = newId();
    edit.model = made.base.checkpoint->fingerprint();
    edit.base = made.baseHash;
    edit.madeOn = made.base.stack.hashOn(made.baseHash);
    edit.title = made.title;
    edit.recipe = made.recipe;
    edit.facts = keptFacts(made);
    keep(edit, packed.content, made.edit);
    QVector<EditRecord> edits = m_edits;
    edits.append(edit);
    take(edits, tr("Add \u201c%1\u201d").arg(edit.title));
    return edit.id;
}

QString EditStack::replace(const QString &id, const PackedEdit &packed)
{
    const MadeEdit &made = packed.made;
    QVector<EditRecord> edits = m_edits;
    EditRecord &edit = edits[place(id)];
    edit.model = made.base.checkpoint->fingerprint();
    edit.base = made.baseHash;
    edit.madeOn = made.base.stack.hashOn(made.baseHash);
    edit.facts = keptFacts(made);
    keep(edit, packed.content, made.edit);
    const QString title = edit.title;
    take(edits, tr("Recompute \u201c%1\u201d").arg(title));
    return id;
}

void EditStack::remove(const QStringList &ids)
{
    QVector<EditRecord> rest;
    QStringList titles;
    for (const EditRecord &edit : m_edits) {
        if (ids.contains(edit.id))
            titles << edit.title;
        else
            rest.append(edit);
    }
    if (!titles.isEmpty())
        take(rest, titles.size() == 1 ? tr("Remove \u201c%1\u201d").arg(titles.first())
                                      : tr("Remove %1 edits").arg(titles.size()));
}

QString EditStack::duplicate(const QString &id)
{
    const int at = place(id);
    if (at < 0)
        return {};
    EditRecord copy = m_edits[at];
    copy.id = newId();
    QVector<EditRecord> edits = m_edits;
    edits.insert(at + 1, copy);
    take(edits, tr("Duplicate \u201c%1\u201d").arg(copy.title));
    return copy.id;
}

void EditStack::keep(EditRecord &edit, const EditContent &content, const std::shared_ptr<const Edit> &change)
{
    edit.content = content.hash;
    m_project.putContent(content);
    m_contents.insert(edit.content, change);
}

void EditStack::writeAgain()
{
    for (Step &step : m_steps)
        for (EditRecord &edit : step.edits)
            if (const auto known = m_contents.value(edit.content); known && !m_project.content(edit.content))
                keep(edit, EditContent({known, edit.title, edit.base, {}, edit.recipe, QStringLiteral(CW_VERSION)}),
                     known);
    show(m_position);
}

void EditStack::move(const QString &id, int to)
{
    const int from = place(id);
    const int last = static_cast<int>(m_edits.size()) - 1;
    if (from < 0 || from == std::clamp(to, 0, last))
        return;
    QVector<EditRecord> edits = m_edits;
    edits.move(from, std::clamp(to, 0, last));
    take(edits, tr("Move \u201c%1\u201d").arg(m_edits[from].title));
}

template <class F> void EditStack::change(const QString &id, const QString &text, const F &f)
{
    const int at = place(id);
    if (at < 0)
        return;
    QVector<EditRecord> edits = m_edits;
    f(edits[at]);
    if (!(edits[at] == m_edits[at]))
        take(edits, text.arg(m_edits[at].title));
}

void EditStack::setOn(const QString &id, bool isOn)
{
    change(id, isOn ? tr("Switch on \u201c%1\u201d") : tr("Switch off \u201c%1\u201d"),
           [isOn](EditRecord &edit) { edit.isOn = isOn; });
}

void EditStack::setAlpha(const QString &id, double alpha, Pace pace)
{
    const int at = place(id);
    const QString held = QStringLiteral("alpha ") + id;
    const bool continues = m_steps[m_position].held == held;
    if (at < 0 || (!continues && m_edits[at].alpha == alpha))
        return;
    QVector<EditRecord> edits = m_edits;
    edits[at].alpha = alpha;
    take(edits, tr("Change the strength of \u201c%1\u201d").arg(edits[at].title),
         pace == Pace::GoesOn ? held : QString(), continues);
}

void EditStack::rename(const QString &id, const QString &title)
{
    change(id, tr("Rename \u201c%1\u201d"), [&title](EditRecord &edit) { edit.title = title; });
}

void EditStack::setNote(const QString &id, const QString &note)
{
    change(id, tr("Change the note of \u201c%1\u201d"), [&note](EditRecord &edit) { edit.note = note; });
}

void EditStack::setColour(const QString &id, const QString &colour)
{
    change(id, tr("Colour \u201c%1\u201d"), [&colour](EditRecord &edit) { edit.colour = colour; });
}

void EditStack::addFact(const EditRecord &edit, const QString &name, const QJsonValue &fact)
{
    bool isKnown = false;
    const auto add = [&](QVector<EditRecord> &edits) {
        for (EditRecord &each : edits) {
            if (each.content != edit.content || each.madeOn != edit.madeOn)
                continue;
            each.facts.insert(name, fact);
            isKnown = true;
        }
    };
    for (Step &step : m_steps)
        add(step.edits);
    if (!isKnown)
        return;
    m_edits = m_steps[m_position].edits;
    if (m_steps[m_position].held.isEmpty())
        write();
    Q_EMIT factAdded();
}

void EditStack::removeRun(std::int64_t run)
{
    if (!m_project.setRemoved(run, true))
        return;
    take(m_edits, tr("Remove run %1").arg(run));
    m_steps.back().removedRuns.insert(run);
}

QString EditStack::undoText() const
{
    return canUndo() ? m_steps[m_position].text : QString();
}

QString EditStack::redoText() const
{
    return canRedo() ? m_steps[m_position + 1].text : QString();
}

void EditStack::undo()
{
    if (canUndo())
        show(m_position - 1);
}

void EditStack::redo()
{
    if (canRedo())
        show(m_position + 1);
}

void EditStack::show(std::size_t position)
{
    m_steps[m_position].held.clear();
    const QSet<std::int64_t> &wanted = m_steps[position].removedRuns;
    for (const std::int64_t run : m_steps[m_position].removedRuns + wanted)
        if (const bool isRemoved = wanted.contains(run); isRemoved != m_steps[m_position].removedRuns.contains(run))
            m_project.setRemoved(run, isRemoved);
    m_position = position;
    m_edits = m_steps[position].edits;
    write();
    Q_EMIT changed();
}

void EditStack::take(QVector<EditRecord> edits, const QString &text, const QString &held, bool continues)
{
    m_steps.resize(m_position + 1);
    m_steps.back().held.clear();
    if (!continues) {
        m_steps.emplace_back();
        ++m_position;
    }
    const QSet<std::int64_t> removed = m_steps[m_position - (continues ? 0 : 1)].removedRuns;
    m_steps.back() = {edits, text, held, removed};
    m_edits = std::move(edits);
    if (held.isEmpty())
        write();
    Q_EMIT changed();
}

} // namespace cw
