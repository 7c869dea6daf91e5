// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TrainDemoJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/data/Resources.h"
#include "core/data/WholeFile.h"
#include "core/data/WholeFolder.h"
#include "core/engine/Monitor.h"
#include "core/jobs/DemoCard.h"
#include "core/jobs/DemoTraining.h"
#include "core/jobs/Threads.h"

#include <QDir>

namespace cw {
namespace {

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

TrainDemoJob::TrainDemoJob(const TrainDemoSettings &settings) : Job(tr("Train a demo model")), m_settings(settings)
{
    openAnew();
}

void TrainDemoJob::work(Monitor &monitor)
{
    m_settings.check();
    WholeFolder whole(m_settings.out);
    const auto occupations = readOccupations(resource(QStringLiteral("occupations.csv")));
    const QDir folder(whole.path());
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
    whole.keep();
    Q_EMIT trained(lines);
}

} // namespace cw
