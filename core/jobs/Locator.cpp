// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Locator.h"

#include "core/analysis/CoupledModules.h"
#include "core/analysis/LensVotes.h"
#include "core/analysis/ModuleNames.h"
#include "core/analysis/WeightVotes.h"
#include "core/engine/Model.h"
#include "core/jobs/Attempt.h"
#include "core/jobs/LayerWords.h"

#include <QHash>
#include <algorithm>

namespace cw {
namespace {

QString layerName(int layer)
{
    return QStringLiteral("layers.%1").arg(layer);
}

/// The place of the largest of several numbers; the first of equals.
template <class It> int placeOfLargest(It begin, It end)
{
    return static_cast<int>(std::max_element(begin, end) - begin);
}

QString joined(const std::vector<std::int64_t> &numbers)
{
    QStringList words;
    for (const std::int64_t number : numbers)
        words << QString::number(number);
    return words.join(u',');
}

/// Every prompt votes for the module whose silence changes most.
void vote(Located &found, const std::vector<ModuleScore> &scores, std::size_t prompts)
{
    for (const ModuleScore &score : scores)
        found.places.push_back({QString::fromStdString(score.module), 0, score.mean, false});
    for (std::size_t prompt = 0; prompt < prompts; ++prompt) {
        std::vector<float> ofPrompt;
        for (const ModuleScore &score : scores)
            ofPrompt.push_back(score.scores[prompt]);
        found.winners.push_back(placeOfLargest(ofPrompt.begin(), ofPrompt.end()));
        ++found.places[static_cast<std::size_t>(found.winners.back())].votes;
    }
}

void sortByVotes(std::vector<LocatedPlace> &places)
{
    std::stable_sort(places.begin(), places.end(),
                     [](const LocatedPlace &left, const LocatedPlace &right) { return left.votes > right.votes; });
}

/// The place of each name in places, -1 where it is not there.
std::vector<int> placesOf(const QStringList &names, const std::vector<LocatedPlace> &places)
{
    QHash<QString, int> byName;
    for (std::size_t i = 0; i < places.size(); ++i)
        byName.insert(places[i].name, static_cast<int>(i));
    std::vector<int> found;
    for (const QString &name : names)
        found.push_back(byName.value(name, -1));
    return found;
}

} // namespace

Locator::Locator(const Model &model, const TargetPrompts &prompts, const LocateChoice &choice)
    : m_model(model), m_prompts(prompts), m_choice(choice)
{
}

Located Locator::layers(Monitor &monitor) const
{
    const LensVotes votes = lensVotes(m_model, m_prompts, m_choice.norm == LensNorm::With, monitor);
    const auto layers = static_cast<std::ptrdiff_t>(votes.votes.size());
    Located found;
    found.layers = {votes.layer};
    for (std::ptrdiff_t layer = 0; layer < layers; ++layer)
        found.places.push_back({layerName(static_cast<int>(layer)), votes.votes[layer], votes.means[layer],
                                static_cast<int>(layer) == votes.layer});
    for (auto scores = votes.scores.begin(); scores != votes.scores.end(); scores += layers)
        found.winners.push_back(placeOfLargest(scores, scores + layers));
    found.selection.layers = {std::to_string(votes.layer)};
    return found;
}

std::vector<int> Locator::lookedInto(Monitor &monitor) const
{
    if (m_choice.layers == QLatin1String("auto"))
        return layers(monitor).layers;
    return layersNamed(m_choice.layers, m_model.spec().layers);
}

Located Locator::modules(Monitor &monitor) const
{
    Located found;
    found.layers = lookedInto(monitor);
    std::vector<ModuleScore> scores;
    for (const int layer : found.layers)
        for (ModuleScore &score : zeroedModules(m_model, m_prompts, layer, m_choice.norm == LensNorm::With, monitor))
            scores.push_back(std::move(score));
    vote(found, scores, m_prompts.size());
    const CoupledModules both = coupledModules(scores);
    found.selection.modules = {both.first, both.second};
    for (const std::string &module : found.selection.modules)
        found.modules << QString::fromStdString(module);
    for (LocatedPlace &place : found.places)
        place.isLocated = found.modules.contains(place.name);
    return found;
}

Located Locator::what(LocateSettings::What level, Monitor &monitor) const
{
    switch (level) {
    case LocateSettings::What::Layers: return layers(monitor);
    case LocateSettings::What::Modules: return modules(monitor);
    case LocateSettings::What::Rows: return inModules(false, AtStop::Vote, monitor);
    case LocateSettings::What::Weights: return inModules(true, AtStop::Vote, monitor);
    }
    return {};
}

Located Locator::inModules(bool areWeights, AtStop atStop, Monitor &monitor) const
{
    Located found;
    std::vector<std::string> named;
    for (const QString &words : m_choice.modules)
        named.push_back(words.toStdString());
    for (const std::string &module : modulesNamed(named, m_model.spec()))
        found.modules << QString::fromStdString(module);
    if (found.modules.isEmpty()) {
        const Located above = modules(monitor);
        found.layers = above.layers;
        found.modules = QStringList{above.modules.last()};
    }
    QStringList winners;
    for (const QString &module : std::as_const(found.modules)) {
        RowGradients gradients;
        const Result<void> read = attempt(
            [&] { readRowGradients(gradients, m_model, m_prompts, module.toStdString(), m_choice.span, monitor); });
        if (!read && (atStop == AtStop::Throw || read.error().kind() != Error::Kind::Cancelled))
            throw Error(read.error());
        found.isComplete = read.has_value();
        if (gradients.prompts == 0)
            break;
        const QStringList names = areWeights ? addWeights(found, gradients) : addRows(found, gradients);
        if (winners.isEmpty())
            winners = names;
        if (!found.isComplete)
            break;
    }
    found.share /= static_cast<double>(found.modules.size());
    sortByVotes(found.places);
    found.winners = placesOf(winners, found.places);
    return found;
}

RowVotes Locator::votes(const RowGradients &gradients) const
{
    RowChoice choice;
    choice.scorer = m_choice.scorer;
    choice.perPrompt = m_choice.top;
    choice.most = m_choice.most;
    choice.seed = m_choice.seed;
    return rowVotes(gradients, choice);
}

QStringList Locator::addRows(Located &found, const RowGradients &gradients) const
{
    const RowVotes located = votes(gradients);
    const QString module = QString::fromStdString(gradients.module) + u':';
    for (const RowVotes::Row &row : located.table)
        found.places.push_back({module + QString::number(row.row), row.votes, row.mean,
                                std::binary_search(located.rows.begin(), located.rows.end(), row.row)});
    found.share += located.unionShare;
    found.selection.rows.push_back(QString(module + joined(located.rows)).toStdString());
    QStringList winners;
    for (const std::int64_t row : located.winners)
        winners << module + QString::number(row);
    winners.resize(gradients.prompts); // a random choice has none
    return winners;
}

QStringList Locator::addWeights(Located &found, const RowGradients &gradients) const
{
    const RowVotes rows = votes(gradients);
    const WeightVotes located = weightVotes(gradients, rows.rows);
    const QString module = QString::fromStdString(gradients.module) + u':';
    const auto nameOf = [&module](std::int64_t row, std::int64_t column) {
        return QString(module + QString::number(row) + u'/' + QString::number(column));
    };
    QStringList words;
    for (const WeightVotes::Weight &weight : located.table) {
        found.places.push_back({nameOf(weight.row, weight.column), weight.votes, 0, true});
        words << found.places.back().name.mid(module.size());
    }
    found.share += located.share;
    found.selection.weights.push_back(QString(module + words.join(u',')).toStdString());
    const std::int64_t top = rows.table.front().row;
    QStringList winners;
    for (std::int64_t prompt = 0; prompt < gradients.prompts; ++prompt)
        winners << nameOf(top, gradients.mostColumn[static_cast<std::size_t>(prompt * gradients.rows + top)]);
    return winners;
}

} // namespace cw
