// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ParityReport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <cmath>
#include <limits>

namespace cw {
namespace {

QString text(const char *key)
{
    return QCoreApplication::translate("Parity", key);
}

/// JSON has no infinity.
QJsonValue finite(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

double number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toDouble(std::numeric_limits<double>::infinity());
}

} // namespace

QString describe(const ParityReport &report)
{
    const Parity &parity = report.parity;
    const QString other = report.reference.isEmpty() ? text(QT_TRANSLATE_NOOP("Parity", "the CPU in fp32"))
                                                     : QFileInfo(report.reference).fileName();
    const QString own = report.dtype + u' ' + report.device;
    const QString sentence = parity.holds() ? text(QT_TRANSLATE_NOOP("Parity", "%1 agrees with %2"))
                                            : text(QT_TRANSLATE_NOOP("Parity", "%1 disagrees with %2"));
    return sentence.arg(own, other) +
           text(QT_TRANSLATE_NOOP("Parity", ": largest difference %1 at logits up to %2, relative L2 %3, the same "
                                            "likeliest token at %4 of %5 positions."))
               .arg(parity.difference, 0, 'g', 2)
               .arg(parity.largestLogit, 0, 'g', 3)
               .arg(parity.relativeL2, 0, 'g', 2)
               .arg(parity.sameTop)
               .arg(parity.tokens);
}

QJsonObject toJson(const ParityReport &report)
{
    const Parity &parity = report.parity;
    return {{QStringLiteral("fingerprint"), report.fingerprint},
            {QStringLiteral("device"), report.device},
            {QStringLiteral("dtype"), report.dtype},
            {QStringLiteral("libtorch"), report.library},
            {QStringLiteral("reference"), report.reference.isEmpty() ? QJsonValue() : QJsonValue(report.reference)},
            {QStringLiteral("tokens"), static_cast<qint64>(parity.tokens)},
            {QStringLiteral("vocabulary"), static_cast<qint64>(parity.vocabulary)},
            {QStringLiteral("largest_logit"), finite(parity.largestLogit)},
            {QStringLiteral("largest_difference"), finite(parity.difference)},
            {QStringLiteral("relative_difference"), finite(parity.difference / std::max(1.0, parity.largestLogit))},
            {QStringLiteral("relative_l2"), finite(parity.relativeL2)},
            {QStringLiteral("same_top"), static_cast<qint64>(parity.sameTop)},
            {QStringLiteral("other_top"), static_cast<qint64>(parity.otherTop)},
            {QStringLiteral("holds"), parity.holds()}};
}

ParityReport parityFromJson(const QJsonObject &object)
{
    ParityReport report;
    report.fingerprint = object.value(QLatin1String("fingerprint")).toString();
    report.device = object.value(QLatin1String("device")).toString();
    report.dtype = object.value(QLatin1String("dtype")).toString();
    report.library = object.value(QLatin1String("libtorch")).toString();
    report.reference = object.value(QLatin1String("reference")).toString();
    Parity &parity = report.parity;
    parity.tokens = object.value(QLatin1String("tokens")).toInteger();
    parity.vocabulary = object.value(QLatin1String("vocabulary")).toInteger();
    parity.isHalf = report.dtype.endsWith(QLatin1String("16"));
    parity.largestLogit = number(object, "largest_logit");
    parity.difference = number(object, "largest_difference");
    parity.relativeL2 = number(object, "relative_l2");
    parity.sameTop = object.value(QLatin1String("same_top")).toInteger();
    parity.otherTop = object.value(QLatin1String("other_top")).toInteger();
    return report;
}

} // namespace cw
