// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/HubRefusal.h"

#include "core/engine/Error.h"
#include "core/hub/HubConnection.h"
#include "core/hub/HubModel.h"
#include "core/hub/HubToken.h"

namespace cw {
namespace {

[[noreturn]] void fail(const char *sentence, std::vector<std::string> arguments)
{
    throw Error(Error::Kind::Network, sentence, std::move(arguments));
}

[[noreturn]] void throwNotFound(const HubAnswer &answer, const HubModel &model, const QString &what)
{
    const std::string hub = model.hub().toString().toStdString();
    const std::string name = model.repository().toStdString();
    const std::string revision = model.revision().toStdString();
    if (!what.isEmpty())
        fail(QT_TRANSLATE_NOOP("Error", "The hub %1 lists the file %2 of %3, but does not have it: try again later."),
             {hub, what.toStdString(), name});
    if (answer.hubError == "RevisionNotFound")
        fail(QT_TRANSLATE_NOOP("Error", "%1 has no revision %2: check the name of the branch, the tag or the commit."),
             {name, revision});
    fail(QT_TRANSLATE_NOOP("Error", "The hub %1 has no model %2 with a revision %3: check how it is written."),
         {hub, name, revision});
}

[[noreturn]] void throwForbidden(const HubModel &model)
{
    const std::string name = model.repository().toStdString();
    const std::string page = model.page().toString().toStdString();
    if (hasHubToken())
        fail(QT_TRANSLATE_NOOP("Error", "The token in HF_TOKEN gives no access to %1: accept the terms on %2 with the "
                                        "same account, or check how the model is written."),
             {name, page});
    fail(QT_TRANSLATE_NOOP("Error",
                           "%1 is private or gated, or there is no such model: accept its terms on %2, and set "
                           "HF_TOKEN to a token of your account."),
         {name, page});
}

} // namespace

void throwRefusal(const HubAnswer &answer, const HubModel &model, const QString &what)
{
    const std::string hub = model.hub().toString().toStdString();
    if (answer.status == 404 || answer.status == 410)
        throwNotFound(answer, model, what);
    if (answer.status == 401 || answer.status == 403)
        throwForbidden(model);
    if (answer.status >= 300)
        fail(QT_TRANSLATE_NOOP("Error", "The hub %1 answers with the HTTP status %2: try again later."),
             {hub, std::to_string(answer.status)});
    if (answer.status == 0)
        fail(QT_TRANSLATE_NOOP("Error", "The hub %1 cannot be reached (%2): check the network and the address."),
             {hub, answer.problem.toStdString()});
    fail(QT_TRANSLATE_NOOP("Error", "The connection to %1 was lost again and again (%2). What came is kept: get the "
                                    "model again to go on."),
         {answer.address.host().toStdString(), answer.problem.toStdString()});
}

} // namespace cw
