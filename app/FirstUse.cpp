// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FirstUse.h"

#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/ParityJob.h"
#include "core/project/ParityRecords.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace cw {
namespace {

ParityReport compared(const LoadedModel &model, const Terminal &terminal)
{
    ParityJob job(model);
    ParityReport report;
    QObject::connect(&job, &ParityJob::compared, &job, [&report](const ParityReport &found) { report = found; });
    TerminalMonitor monitor(terminal);
    valueOrThrow(job.runHere(monitor));
    return report;
}

void check(const LoadedModel &model, const Terminal &terminal)
{
    const ModelFacts facts = factsOf(model);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    ParityRecords records(folder + QStringLiteral("/parity.ini"));
    std::optional<ParityReport> report =
        records.find(facts.fingerprint, facts.device, facts.dtype, ParityJob::library());
    if (!report) {
        report = compared(model, terminal);
        records.keep(*report);
        terminal.note(describe(*report));
    }
    if (!report->parity.holds())
        terminal.note(QCoreApplication::translate("Parity", "Warning: numbers of %1 on %2 are not to be believed with "
                                                            "this model; compute on the CPU in fp32.")
                          .arg(facts.dtype, facts.device));
}

} // namespace

void checkFirstUse(const QString &model, const QString &device, const QString &dtype, const Terminal &terminal)
{
    const Result<void> checked = attempt([&] {
        const LoadedModel loaded = loadModel(model, device, dtype);
        if (!ParityJob::isReference(loaded))
            check(loaded, terminal);
    });
    if (!checked && checked.error().kind() != Error::Kind::Cancelled)
        terminal.note(describe(checked.error()));
}

} // namespace cw
