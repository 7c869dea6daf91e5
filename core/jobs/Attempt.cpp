// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Attempt.h"

#include <QCoreApplication>
#include <new>
#include <string>

namespace cw {
namespace {

/// libtorch throws one type for everything and appends where in its sources: only the sentence tells them apart.
bool saysMemoryIsExhausted(const std::string &text)
{
    for (const char *sign : {"can't allocate memory", "not enough memory", "out of memory"}) {
        if (text.find(sign) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace

Error asError(const std::exception &thrown)
{
    if (const auto *error = dynamic_cast<const Error *>(&thrown))
        return *error;
    const std::string text = thrown.what();
    if (dynamic_cast<const std::bad_alloc *>(&thrown) || saysMemoryIsExhausted(text))
        return Error(Error::Kind::Memory,
                     QT_TRANSLATE_NOOP("Error", "There is not enough memory for this: close other programs, or use a "
                                                "smaller model, a shorter prompt or fewer samples."));
    return Error(Error::Kind::Internal,
                 QT_TRANSLATE_NOOP("Error", "Something went wrong inside the program (%1): please report it."),
                 {text.substr(0, text.find('\n'))});
}

QString describe(const Error &error)
{
    const QString text = QCoreApplication::translate("Error", error.message());
    const auto &arguments = error.arguments();
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int digit = text[i] == QLatin1Char('%') && i + 1 < text.size() ? text[i + 1].digitValue() : 0;
        if (digit < 1 || static_cast<std::size_t>(digit) > arguments.size()) {
            result += text[i];
            continue;
        }
        result += QString::fromStdString(arguments[static_cast<std::size_t>(digit) - 1]);
        ++i;
    }
    return result;
}

} // namespace cw
