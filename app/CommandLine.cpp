// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include "app/CommonOptions.h"
#include "app/Interrupt.h"
#include "app/Terminal.h"
#include "app/verbs/Verb.h"
#include "core/data/AlignedRows.h"
#include "core/jobs/Attempt.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace cw {
namespace {

const std::vector<Verb> &verbs()
{
    static const std::vector<Verb> all{infoVerb(),    tokenizeVerb(), predictVerb(), generateVerb(), traceVerb(),
                                       measureVerb(), locateVerb(),   editVerb(),    patchVerb(),    demoVerb(),
                                       projectVerb(), runVerb(),      benchVerb(),   trainVerb(),    getVerb()};
    return all;
}

const Verb *verbNamed(const QString &name)
{
    for (const Verb &verb : verbs())
        if (name == QLatin1String(verb.name))
            return &verb;
    return nullptr;
}

QString overview()
{
    QVector<QStringList> rows;
    for (const Verb &verb : verbs())
        rows.append({u"  " + QLatin1String(verb.name), QCoreApplication::translate("Verb", verb.summary)});
    return QCoreApplication::translate("Verb",
                                       "Usage: counterweight [FILE.cwp | MODEL]      opens the workbench\n"
                                       "       counterweight VERB ... [--json]   works without it\n\nVerbs:\n") +
           aligned(rows) +
           QCoreApplication::translate("Verb", "\ncounterweight VERB --help says more. Exit codes: 0 done, 1 failed, "
                                               "2 wrong usage, 130 interrupted.");
}

QString helpOf(const Verb &verb, const QCommandLineParser &parser)
{
    QString text = parser.helpText();
    text.replace(QCoreApplication::arguments().constFirst(), u"counterweight " + QLatin1String(verb.name));
    return QCoreApplication::translate("Verb", verb.summary) + u"\n\n" + text;
}

int perform(const Verb &verb, const QStringList &arguments, const Terminal &terminal)
{
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("help"), QCoreApplication::translate("Option", "Shows this.")});
    verb.addOptions(parser);
    const bool isParsed = parser.parse(QStringList{QLatin1String(verb.name)} + arguments);
    if (isParsed && parser.isSet(QStringLiteral("help"))) {
        terminal.answer(helpOf(verb, parser));
        return Success;
    }
    const Result<Action> action = attempt([&] {
        if (!isParsed)
            throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "%1 See counterweight %2 --help."),
                        {parser.errorText().toStdString(), verb.name});
        checkCommonOptions(parser);
        if (!verb.keepsRuns && parser.isSet(QStringLiteral("project")))
            throw Error(
                Error::Kind::Unsupported,
                QT_TRANSLATE_NOOP("Error", "%1 cannot keep its work in the project of --project yet: leave that out."),
                {verb.name});
        return verb.read(parser);
    });
    if (!action) {
        terminal.fail(action.error());
        return WrongUsage;
    }
    catchInterrupts();
    const Result<int> code = attempt([&] { return (*action)(terminal); });
    if (code)
        return *code;
    terminal.fail(code.error());
    return code.error().kind() == Error::Kind::Cancelled ? Interrupted : Failure;
}

int noDisplay(const Terminal &terminal)
{
    terminal.fail(
        {Error::Kind::Device, QT_TRANSLATE_NOOP("Error", "No display can be reached to show the workbench on; "
                                                         "counterweight --help lists what works without "
                                                         "one.")});
    return Failure;
}

} // namespace

bool CommandLine::isMeant(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return false;
    const QString &first = arguments.first();
    return first.startsWith(u'-') || verbNamed(first);
}

int CommandLine::run(const QStringList &arguments)
{
    const Terminal terminal(arguments.contains(QStringLiteral("--json")));
    const QString first = arguments.value(0);
    if (const Verb *verb = verbNamed(first)) {
        const Verb *variant = verb->variant ? verb->variant(arguments.value(1)) : nullptr;
        return variant ? perform(*variant, arguments.mid(2), terminal) : perform(*verb, arguments.mid(1), terminal);
    }
    if (first == QLatin1String("--version")) {
        terminal.answer({{QStringLiteral("version"), QStringLiteral(CW_VERSION)}},
                        QStringLiteral("counterweight " CW_VERSION));
        return Success;
    }
    if (first == QLatin1String("--help")) {
        terminal.answer(overview());
        return Success;
    }
    if (arguments.isEmpty() || (arguments.size() == 1 && QFileInfo::exists(first)))
        return noDisplay(terminal);
    terminal.fail({Error::Kind::Input,
                   QT_TRANSLATE_NOOP("Error", "\"%1\" is no verb, project or model; counterweight --help lists the "
                                              "verbs."),
                   {first.toStdString()}});
    return WrongUsage;
}

} // namespace cw
