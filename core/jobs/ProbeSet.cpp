// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ProbeSet.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/data/DataFolder.h"
#include "core/data/Draws.h"
#include "core/engine/Monitor.h"
#include "core/jobs/PlainLines.h"
#include "core/measures/Gap.h"
#include "core/measures/GapFolds.h"
#include "core/measures/GoalTargets.h"
#include "core/measures/MeasureModel.h"
#include "core/measures/RunningText.h"
#include "core/measures/Subset.h"

#include <limits>

namespace cw {
namespace {

class Builder {
public:
    Builder(const LoadedModel &loaded, const PreviewSettings &settings, Monitor &monitor)
        : m_model(loaded.checkpoint, loaded.model), m_folder(settings.data), m_monitor(monitor)
    {
        m_set.settings = settings;
    }

    ProbeSet build()
    {
        addPrompts();
        addText();
        return std::move(m_set);
    }

private:
    const PreviewSettings &settings() const { return m_set.settings; }
    const Asker &asker() const { return m_model.asker(); }

    void addPrompts()
    {
        const Goal goal = settings().goalAsked();
        const GoalTargets targets(goal, m_folder);
        const auto task = openGap({m_folder, {}, goal, settings().seed}, m_model);
        const auto limit = static_cast<std::size_t>(settings().prompts);
        for (const std::size_t place : stratifiedSubset(task->items(), limit, settings().seed)) {
            const MeasureItem &item = task->items()[place];
            const std::optional<double> wanted = targets.she(item.clusters[0]);
            m_set.prompts.push_back({item.text, item.clusters[0], item.clusters[1], item.group,
                                     wanted ? static_cast<float>(*wanted) : std::numeric_limits<float>::quiet_NaN()});
            m_monitor.step(0, 1);
            for (const Query &query : asker().targets(gapPrompt(asker(), item.text), settings().targets).queries)
                m_set.queries.push_back(query);
        }
    }

    void addText()
    {
        const GapFolds folds = GapFolds::of(m_model.checkpoint()->folder(), settings().seed);
        const std::vector<PlainLine> lines = plainLines(settings().text, settings().data, !folds.locating.isEmpty(),
                                                        settings().tokens, settings().seed, m_monitor);
        Draws draws(settings().seed);
        const std::size_t count = lines.size();
        const std::size_t first = count > 0 ? draws.below(count) : 0;
        int left = settings().tokens;
        for (std::size_t i = 0; i < count && left > 1; ++i) {
            const QString line = lines[(first + i) % count].text.trimmed();
            if (line.isEmpty())
                continue;
            m_monitor.step(0, 1);
            const auto most = static_cast<std::size_t>(left);
            const Query query = m_model.isMasked() ? masked(line, most, draws) : everyToken(asker(), line, most);
            left -= static_cast<int>(query.ids.size());
            m_set.scored += static_cast<int>(query.reads.size());
            if (!query.reads.empty())
                m_set.queries.push_back(query);
        }
        if (m_set.scored == 0)
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 holds no text."),
                        {settings().text.toStdString()});
    }

    /// Reads some tokens of a line, or of its beginning where fewer are wanted.
    Query masked(const QString &line, std::size_t most, Draws &draws) const
    {
        Encoding encoding = asker().tokenizer().encode(line);
        asker().maskText(); // says so where there is none
        const std::size_t own = encoding.ids.size() - static_cast<std::size_t>(encoding.addedAfter);
        const std::size_t kept =
            std::min({own, most, static_cast<std::size_t>(asker().context() - encoding.addedAfter)});
        encoding.ids.erase(encoding.ids.begin() + static_cast<std::ptrdiff_t>(kept),
                           encoding.ids.begin() + static_cast<std::ptrdiff_t>(own));
        return maskedTogether(encoding, *asker().tokenizer().maskId(), draws);
    }

    const MeasureModel m_model;
    const DataFolder m_folder;
    Monitor &m_monitor;
    ProbeSet m_set;
};

} // namespace

ProbeSet probeSet(const LoadedModel &model, const PreviewSettings &settings, Monitor &monitor)
{
    settings.check();
    return Builder(model, settings, monitor).build();
}

} // namespace cw
