// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/VoteTexts.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>

namespace cw {

namespace {

constexpr std::size_t mostBars = 60; ///< of rows and weights: more cannot be told apart

using What = LocateSettings::What;

QString text(const char *key)
{
    return QCoreApplication::translate("VoteBars", key);
}

/// What tells a place from the others: "5", "mlp.out", "7" or "7/31"; behind it the module where there are several.
QString labelOf(const LocatedPlace &place, const Located &located)
{
    QString behind = place.name.section(u'.', 1);
    switch (located.settings.what) {
    case What::Layers: return behind;
    case What::Modules: return located.layers.size() == 1 ? behind.section(u'.', 1) : behind;
    default: break;
    }
    const QString number = place.name.section(u':', 1);
    return located.modules.size() > 1 ? number + u' ' + place.name.section(u':', 0, 0).section(u'.', 1) : number;
}

QString placeNameOf(const Located &located)
{
    const QString modules = located.modules.join(QStringLiteral(", "));
    switch (located.settings.what) {
    case What::Layers: return text(QT_TRANSLATE_NOOP("VoteBars", "Layer"));
    case What::Modules:
        return located.layers.size() == 1
                   ? text(QT_TRANSLATE_NOOP("VoteBars", "Module of layer %1")).arg(located.layers.front())
                   : text(QT_TRANSLATE_NOOP("VoteBars", "Module"));
    case What::Rows: return text(QT_TRANSLATE_NOOP("VoteBars", "Row of %1, most votes first")).arg(modules);
    case What::Weights:
        return text(QT_TRANSLATE_NOOP("VoteBars", "Weight (row/column) of %1, most votes first")).arg(modules);
    }
    return {};
}

} // namespace

QString votesTitle(const Located &located)
{
    return text(QT_TRANSLATE_NOOP("VoteBars", "Votes in %1")).arg(QDir(located.settings.model).dirName());
}

VoteBars voteBarsOf(const Located &located)
{
    const bool isOfMany = located.settings.what == What::Rows || located.settings.what == What::Weights;
    const std::size_t count = isOfMany ? std::min(mostBars, located.places.size()) : located.places.size();
    VoteBars chart;
    chart.title = text(QT_TRANSLATE_NOOP("VoteBars", "Votes of %1 prompts")).arg(located.prompts.size());
    if (!located.isComplete)
        chart.title += text(QT_TRANSLATE_NOOP("VoteBars", " (stopped)"));
    chart.placeName = placeNameOf(located);
    if (count < located.places.size())
        chart.placeName += text(QT_TRANSLATE_NOOP("VoteBars", " (%1 of %2)")).arg(count).arg(located.places.size());
    for (std::size_t i = 0; i < count; ++i) {
        const LocatedPlace &place = located.places[i];
        chart.bars.push_back({place.name, labelOf(place, located), static_cast<double>(place.votes), place.isLocated});
    }
    return chart;
}

} // namespace cw
