// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TrainDemoJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/data/Resources.h"
#include "core/data/WholeFile.h"
#include "core/engine/Monitor.h"
#include "core/jobs/DemoCard.h"
#include "core/jobs/DemoTraining.h"
#include "core/jobs/Threads.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace cw {
namespace {

void requireFree(const QString &out)
{
    if (QFileInfo::exists(out))
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "%1 is there already: name a new folder."),
                    {out.toStdString()});
}

/// A folder beside the target, so that it can be renamed; gone with all that is in it when the work ends early.
std::unique_ptr<QTemporaryDir> workshop(const QString &out)
{
    const QString parent = QFileInfo(out).absolutePath();
    QDir().mkpath(parent);
    auto dir = std::make_unique<QTemporaryDir>(QDir(parent).filePath(QStringLiteral(".train-XXXXXX")));
    if (!dir->isValid() || !QDir(dir->path()).mkdir(QStringLiteral("model")))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                    {parent.toStdString(), dir->errorString().toStdString()});
    return dir;
}

DemoLines examined(const DemoPatient &patient, Monitor &monitor)
{
    DemoLines lines;
    for (const auto &examine : {examineTexts, examineAnswers, examineTraces}) {
        const DemoLines found = examine(patient, monitor);
        lines.insert(lines.end(), found.begin(), found.end());
    }
    return lines;
}

} // namespace

TrainDemoJob::TrainDemoJob(const TrainDemoSettings &settings) : Job(tr("Train a demo model")), m_settings(settings) {}

void TrainDemoJob::work(Monitor &monitor)
{
    m_settings.check();
    requireFree(m_settings.out);
    const auto occupations = readOccupations(resource(QStringLiteral("occupations.csv")));
    const auto dir = workshop(m_settings.out);
    const QDir folder(dir->filePath(QStringLiteral("model")));
    TrainDemoSettings settings = m_settings;
    settings.threads = useThreads(m_settings.threads); // the card says what gives the same files again
    trainDemo(settings, occupations, folder.path(), monitor);

    const DemoGrammar grammar(occupations, m_settings.seed);
    const DemoFolds folds = demoFolds(grammar, m_settings.seed);
    const auto checkpoint = Checkpoint::open(folder.path());
    const DemoPatient patient{checkpoint->model({}), checkpoint->tokenizer(), grammar, folds};
    const DemoLines lines = examined(patient, monitor);
    writeWholeFile(folder.filePath(QStringLiteral("folds.json")), foldsJson(folds, grammar));
    writeWholeFile(folder.filePath(QStringLiteral("README.md")), demoCard(settings, patient, lines));
    monitor.step(0, 0);
    requireFree(m_settings.out);
    if (!QDir().rename(folder.path(), m_settings.out))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                    {m_settings.out.toStdString(), "rename"});
    Q_EMIT trained(lines);
}

} // namespace cw
