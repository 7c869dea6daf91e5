// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobFile.h"

#include "core/checkpoint/JsonFile.h"
#include "core/engine/Error.h"
#include "core/jobs/EditSettings.h"
#include "core/jobs/FinetuneSettings.h"
#include "core/jobs/GenerateSettings.h"
#include "core/jobs/LocateSettings.h"
#include "core/jobs/LsdmEditSettings.h"
#include "core/jobs/MeasureSettings.h"
#include "core/jobs/MemitEditSettings.h"
#include "core/jobs/MgEditSettings.h"
#include "core/jobs/RomeEditSettings.h"
#include "core/jobs/TraceSettings.h"

#include <QJsonDocument>

namespace cw {

JobFile JobFile::read(const QByteArray &text, const QString &source)
{
    const QJsonObject object = parseJsonObject(text, source);
    for (const QString &key : object.keys()) {
        if (key != QLatin1String("job") && key != QLatin1String("settings"))
            throwUnknownSetting(key, {QStringLiteral("job"), QStringLiteral("settings")});
    }
    choiceOf("job", object.value(QLatin1String("job")),
             {traceJob, generateJob, measureJob, editJob, lsdmJob, romeJob, memitJob, mgJob, mgLevelsJob, finetuneJob,
              locateJob, tableJob});
    const QJsonValue settings = object.value(QLatin1String("settings"));
    if (!settings.isObject())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 has no object \"settings\" with the settings of the job."),
                    {source.toStdString()});
    return {object.value(QLatin1String("job")).toString(), settings.toObject()};
}

QByteArray JobFile::text() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("job"), job}, {QStringLiteral("settings"), settings}}).toJson();
}

QString JobFile::command() const
{
    if (job == generateJob)
        return fromJson<GenerateSettings>(settings).command();
    if (job == measureJob)
        return fromJson<MeasureSettings>(settings).command();
    if (job == lsdmJob)
        return fromJson<LsdmEditSettings>(settings).command();
    if (job == romeJob)
        return fromJson<RomeEditSettings>(settings).command();
    if (job == memitJob)
        return fromJson<MemitEditSettings>(settings).command();
    if (job == mgJob)
        return fromJson<MgEditSettings>(settings).command();
    if (job == mgLevelsJob)
        return fromJson<MgEditSettings>(settings).compareCommand();
    if (job == finetuneJob)
        return fromJson<FinetuneSettings>(settings).command();
    if (job == locateJob)
        return fromJson<LocateSettings>(settings).command();
    if (job == editJob)
        return fromJson<EditSettings>(settings).command();
    return fromJson<TraceSettings>(settings).command();
}

} // namespace cw
