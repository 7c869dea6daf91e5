// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Previewer.h"

#include "core/engine/Edit.h"
#include "core/jobs/DraftJob.h"
#include "core/jobs/JobQueue.h"
#include "core/project/EditStack.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"

#include <QJsonDocument>

namespace cw {

namespace {

constexpr int restAfter = 1500; ///< ms without a change

QVector<ShownPreview::Prompt> promptsOf(const ProbeSet &probe)
{
    QVector<ShownPreview::Prompt> prompts;
    for (const ProbeSet::Prompt &prompt : probe.prompts)
        prompts.append({prompt.text, prompt.occupation});
    return prompts;
}

} // namespace

Previewer::Previewer(EditStack &stack, const Selection &selection, JobQueue &jobs, Settings &settings, QObject *parent)
    : QObject(parent), m_stack(stack), m_selection(selection), m_jobs(jobs), m_settings(settings), m_preview(jobs)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, &Previewer::prepare);
    connect(&m_stack, &EditStack::changed, this, &Previewer::follow);
    connect(&m_selection, &Selection::modelChanged, this, &Previewer::leave);
    connect(&m_selection, &Selection::edited, this, [this] {
        follow();
        if (m_wanted)
            draft(m_wanted);
    });
    connect(&m_preview, &LivePreview::preparing, &m_shown, &ShownPreview::prepare);
    connect(&m_preview, &LivePreview::ready, this, [this](const PreviewScores &base, const PreviewScores &present) {
        const ProbeSet &probe = m_preview.base()->probeSet();
        m_shown.open(promptsOf(probe), probe.settings.goalAsked().name(), base, present);
        if (m_draft)
            show();
    });
    connect(&m_preview, &LivePreview::estimatesReady, &m_shown, &ShownPreview::endPreparingEstimates);
    connect(&m_preview, &LivePreview::estimatesFailed, &m_shown, &ShownPreview::endPreparingEstimates);
    connect(&m_preview, &LivePreview::estimated, &m_shown, &ShownPreview::show);
    connect(&m_preview, &LivePreview::exact, &m_shown, &ShownPreview::show);
    connect(&m_preview, &LivePreview::drawn, &m_shown, &ShownPreview::show);
    // A model that cannot be asked has no live scores; all else can be done with it.
    connect(&m_preview, &LivePreview::failed, this, [this](const Error &error) { m_shown.fail(describe(error)); });
}

void Previewer::leave()
{
    dropDraft();
    forget();
    follow();
}

/// What is not looked at any more keeps no other work waiting.
void Previewer::forget()
{
    m_preview.clear();
    m_shown.clear();
    m_rest.stop();
    m_prepared.reset();
}

PreviewSettings Previewer::settings() const
{
    const QJsonObject stored = QJsonDocument::fromJson(m_settings.value(setting::probeSet)).object();
    PreviewSettings settings =
        attempt([&stored] { return fromJson<PreviewSettings>(stored); }).value_or(PreviewSettings());
    if (settings.data.isEmpty())
        settings.data = m_settings.value(setting::dataFolder);
    return settings;
}

void Previewer::setSettings(const PreviewSettings &settings)
{
    QJsonObject kept = toJson(settings);
    // The folder that all measures read is not written down twice.
    if (settings.data == m_settings.value(setting::dataFolder))
        kept.remove(QStringLiteral("data"));
    m_settings.set(setting::probeSet, QJsonDocument(kept).toJson(QJsonDocument::Compact));
    forget();
    follow();
}

void Previewer::setSeen(bool isSeen)
{
    m_isSeen = isSeen;
    if (m_isSeen)
        follow();
    else if (m_shown.state() == ShownPreview::State::Preparing)
        forget();
}

std::vector<ActiveEdit> Previewer::edits() const
{
    return m_stack.active(m_selection.baseHash()).value_or(std::vector<ActiveEdit>());
}

void Previewer::follow()
{
    const bool isKnown = m_stack.edits().isEmpty() || !m_selection.baseHash().isEmpty();
    if (!m_isSeen || !m_selection.base().model || !isKnown)
        return;
    if (!m_prepared)
        prepare();
    else if (!(m_stack.snapshot(m_selection.baseHash()) == m_last))
        show();
}

void Previewer::prepare()
{
    if (m_prepared && *m_prepared == m_stack.snapshot(m_selection.baseHash()))
        return;
    m_last = m_stack.snapshot(m_selection.baseHash());
    m_prepared = m_last;
    m_preview.setBase(m_selection.base(), edits(), settings());
}

void Previewer::show()
{
    m_last = m_stack.snapshot(m_selection.baseHash());
    std::vector<ActiveEdit> shown = edits();
    if (m_draft)
        shown.push_back({m_draft, 1});
    m_shown.beginChange();
    m_preview.show(shown);
    m_rest.start();
}

void Previewer::draft(const std::optional<EditSettings> &settings)
{
    m_wanted = settings;
    if (!m_isSeen || !m_prepared)
        return;
    if (m_drafting) {
        m_isBehind = true;
        return;
    }
    m_isBehind = false;
    if (m_wanted)
        makeDraft();
    else
        take(nullptr);
}

void Previewer::dropDraft()
{
    m_wanted.reset();
    m_draft.reset();
    m_isBehind = m_drafting != nullptr; // what it still brings is old
}

void Previewer::makeDraft()
{
    auto job = std::make_unique<DraftJob>(*m_wanted, m_selection.model());
    connect(job.get(), &DraftJob::drafted, this, &Previewer::take);
    // What changes nothing is no edit, and nothing that a person must be told while they still tick.
    connect(job.get(), &Job::failed, this, [this] { take(nullptr); });
    m_drafting = m_jobs.add(std::move(job));
}

void Previewer::take(const std::shared_ptr<const Edit> &edit)
{
    m_drafting.clear();
    if (m_isBehind) {
        draft(m_wanted);
        return;
    }
    const bool isSame = !edit && !m_draft;
    m_draft = edit;
    if (!isSame)
        show();
}

} // namespace cw
