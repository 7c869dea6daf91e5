// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/JsonPart.h"

#include <memory>

namespace cw {

/// How a kind of part is made from its description, by the type that names it.
template <class Part> struct TypedMaker {
    const char *type;
    std::unique_ptr<const Part> (*make)(const JsonPart &part);
};

/// Makes a part of tokenizer.json by its type; nothing for null. Throws Error of kind Format or Unsupported.
template <class Part, std::size_t N>
std::unique_ptr<const Part> readTyped(const JsonPart &part, const TypedMaker<Part> (&makers)[N])
{
    if (part.isNull())
        return nullptr;
    const QString type = part.text(QStringLiteral("type"));
    for (const TypedMaker<Part> &maker : makers) {
        if (type == QLatin1String(maker.type))
            return maker.make(part);
    }
    part.unknown(type);
}

/// The parts of a sequence, read one by one; those that are null are left out.
template <class Part> std::vector<std::unique_ptr<const Part>>
readSteps(const JsonPart &list, std::unique_ptr<const Part> (*read)(const JsonPart &part))
{
    std::vector<std::unique_ptr<const Part>> result;
    for (const JsonPart &step : list.list()) {
        if (auto part = read(step))
            result.push_back(std::move(part));
    }
    return result;
}

/// Makes a class of parts that are read by their constructor.
template <class Part, class Kind> std::unique_ptr<const Part> makePart(const JsonPart &part)
{
    return std::make_unique<Kind>(part);
}

} // namespace cw
