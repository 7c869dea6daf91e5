// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/GenerationFile.h"

#include "core/jobs/Generation.h"

#include <QJsonArray>

namespace cw {

QJsonObject generationJson(const Generation &generation, double seconds)
{
    const GenerateRun &run = generation.run;
    const QJsonObject inputs = inputsToJson(run);
    const QJsonArray samples = textsToJson(generation).value(QLatin1String("texts")).toArray();
    QJsonObject object = samples.at(0).toObject();
    object[QStringLiteral("samples")] = samples;
    object[QStringLiteral("prompt_ids")] = inputs.value(QLatin1String("ids"));
    object[QStringLiteral("prompt_tokens")] = inputs.value(QLatin1String("tokens"));
    object[QStringLiteral("notes")] = inputs.value(QLatin1String("notes"));
    object[QStringLiteral("settings")] = toJson(run.settings);
    object[QStringLiteral("device")] = run.device;
    object[QStringLiteral("dtype")] = run.dtype;
    object[QStringLiteral("seconds")] = seconds;
    object[QStringLiteral("complete")] = generation.isComplete();
    return object;
}

QString generationText(const Generation &generation)
{
    if (generation.texts.size() == 1)
        return generation.texts.front().text;
    QString all;
    for (std::size_t i = 0; i < generation.texts.size(); ++i) {
        const GeneratedText &text = generation.texts[i];
        all += QStringLiteral("[%1] %2\n").arg(i + 1).arg(describe(text.end)) + text.text;
        all += text.text.endsWith(u'\n') ? QStringLiteral("\n") : QStringLiteral("\n\n");
    }
    return all;
}

} // namespace cw
