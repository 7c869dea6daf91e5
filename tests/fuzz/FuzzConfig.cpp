// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/FamilyReader.h"
#include "core/checkpoint/JsonFile.h"
#include "core/checkpoint/SpecJson.h"
#include "core/engine/ParameterShapes.h"
#include "tests/fuzz/FuzzTarget.h"

/// An input is a config.json; what it describes is followed up to the shapes of all its tensors.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return cw::fuzz::run([&] {
        const QString path = QStringLiteral("config.json");
        const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
        const cw::ConfigReader config(cw::parseJsonObject(bytes, path), path);
        const cw::ModelSpec spec = cw::readSpec(cw::familyOf(config), config);
        if (cw::toJson(spec).isEmpty())
            std::abort();
        // Thousands of layers are allowed; they take time and lead nowhere that ten do not.
        if (spec.layers <= 10 && cw::parameterShapes(spec).empty())
            std::abort();
    });
}
