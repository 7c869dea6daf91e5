// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Error.h"
#include "core/measures/MeasureInfo.h"

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace cw {

class MeasureModel;
class Monitor;

/// One item of a measure: what a person sees of it, and what it belongs to.
struct MeasureItem {
    QString id;             ///< the same for every model: pairs are made by it
    QString text;           ///< to be read by people
    QString group;          ///< a term, a class; empty without groups
    QStringList clusters;   ///< one for each of the measure's ways
    std::size_t source = 0; ///< its number among what the task has read, kept when items are left out
};

/// What came of an item.
struct ItemOutcome {
    std::vector<float> values; ///< as the measure's columns and the task's more; empty where it was left out
    bool isCut = false;        ///< its text was longer than the context and was cut from the left
    std::optional<Error> leftOut;
    bool isSpared = false; ///< the numbers were sure enough without it
};

/// A measure that has read its data and can be taken of a model, item by item, in order.
class MeasureTask {
public:
    explicit MeasureTask(std::vector<MeasureItem> items) : m_items(std::move(items)) {}
    virtual ~MeasureTask() = default;

    const std::vector<MeasureItem> &items() const { return m_items; }
    /// What the numbers aim at: "parity", "share", "f_score" or the name of a person's file; empty where the measure
    /// has no such choice.
    virtual QString goal() const { return {}; }
    /// Headings of values that items have beside the measure's columns, such as one for each layer.
    virtual QStringList moreColumns() const { return {}; }
    /// Goes on with these alone, in this order; positions in items().
    void keep(const std::vector<std::size_t> &positions);

    /// What comes of the next items from first on: at least one, as many as make up a part. The same first gives the
    /// same part, and an item's values do not depend on what was done before.
    virtual std::vector<ItemOutcome> run(std::size_t first, const MeasureModel &model, Monitor &monitor) const = 0;

private:
    std::vector<MeasureItem> m_items;
};

} // namespace cw
