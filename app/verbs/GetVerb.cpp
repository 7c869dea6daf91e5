// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/data/AlignedRows.h"
#include "core/data/Bytes.h"
#include "core/jobs/GetModelJob.h"

#include <QJsonArray>

namespace cw {
namespace {

QString checksumKey(HubFile::Checksum kind)
{
    return kind == HubFile::Checksum::Sha256 ? QStringLiteral("sha256") : QStringLiteral("gitSha1");
}

void show(const GotModel &model, const GetSettings &settings, const Terminal &terminal)
{
    QJsonArray files;
    QVector<QStringList> rows;
    for (const HubFile &file : model.files) {
        files.append(QJsonObject{{QStringLiteral("name"), file.name},
                                 {QStringLiteral("size"), file.size},
                                 {checksumKey(file.kind), QLatin1String(file.checksum)}});
        rows.append({file.name, formatBytes(static_cast<double>(file.size)), checksumKey(file.kind),
                     QLatin1String(file.checksum)});
    }
    rows.append(
        {model.folder, formatBytes(static_cast<double>(model.bytes())), QStringLiteral("commit"), model.commit});
    terminal.answer({{QStringLiteral("folder"), model.folder},
                     {QStringLiteral("hub"), model.hub},
                     {QStringLiteral("model"), model.repository},
                     {QStringLiteral("revision"), settings.revision},
                     {QStringLiteral("commit"), model.commit},
                     {QStringLiteral("bytes"), model.bytes()},
                     {QStringLiteral("downloaded"), model.downloaded},
                     {QStringLiteral("files"), files}},
                    aligned(rows));
}

int getModel(const GetSettings &settings, const Terminal &terminal)
{
    GetModelJob job(settings);
    GotModel model;
    QObject::connect(&job, &GetModelJob::got, &job, [&model](const GotModel &got) { model = got; });
    const Result<void> result = [&] {
        TerminalMonitor monitor(terminal, JobStatus::Unit::Bytes);
        return job.runHere(monitor);
    }();
    if (!result && result.error().kind() == Error::Kind::Cancelled)
        throw Error(Error::Kind::Cancelled,
                    QT_TRANSLATE_NOOP("Error", "Interrupted. What came is kept in %1.part; the same command goes on "
                                               "from there."),
                    {settings.folder().toStdString()});
    valueOrThrow(result);
    show(model, settings, terminal);
    return Success;
}

Action readGet(const QCommandLineParser &parser)
{
    requirePlaces(parser, 1, 1, "OWNER/NAME");
    const auto settings = fromCommandLine<GetSettings>(parser);
    settings.check();
    return [settings](const Terminal &terminal) { return getModel(settings, terminal); };
}

} // namespace

const Verb &getVerb()
{
    static const Verb verb{"get",
                           QT_TRANSLATE_NOOP("Verb", "Downloads a checkpoint from a Hugging Face compatible hub."),
                           addOptionsOf<GetSettings>, readGet};
    return verb;
}

} // namespace cw
