// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/FirstUse.h"
#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/data/AlignedRows.h"
#include "core/jobs/Prediction.h"

#include <QJsonArray>

namespace cw {
namespace {

int showPrediction(const PredictSettings &settings, const Terminal &terminal)
{
    Prediction prediction;
    {
        TerminalMonitor monitor(terminal);
        prediction = predict(settings, monitor);
    }
    QJsonArray ids;
    QJsonArray tokens;
    QJsonArray top;
    QVector<QStringList> rows;
    for (std::size_t i = 0; i < prediction.ids.size(); ++i) {
        ids.append(static_cast<qint64>(prediction.ids[i]));
        tokens.append(prediction.tokens[i]);
    }
    for (const Prediction::Candidate &candidate : prediction.top) {
        top.append(QJsonObject{{QStringLiteral("id"), static_cast<qint64>(candidate.id)},
                               {QStringLiteral("token"), candidate.token},
                               {QStringLiteral("prob"), candidate.probability}});
        rows.append({QString::number(candidate.probability, 'f', 6), QString::number(candidate.id), candidate.token});
    }
    terminal.answer({{QStringLiteral("ids"), ids}, {QStringLiteral("tokens"), tokens}, {QStringLiteral("top"), top}},
                    aligned(rows));
    checkFirstUse(settings.model, settings.device, settings.dtype, terminal);
    return Success;
}

Action readPredict(const QCommandLineParser &parser)
{
    requirePlaces(parser, 2, 2, "MODEL and TEXT");
    return [settings = fromCommandLine<PredictSettings>(parser)](const Terminal &terminal) {
        return showPrediction(settings, terminal);
    };
}

} // namespace

const Verb &predictVerb()
{
    static const Verb verb{"predict", QT_TRANSLATE_NOOP("Verb", "Says which tokens come next after a text."),
                           addOptionsOf<PredictSettings>, readPredict};
    return verb;
}

} // namespace cw
