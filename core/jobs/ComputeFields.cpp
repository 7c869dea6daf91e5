// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ComputeFields.h"

#include "core/engine/Error.h"

#include <QRegularExpression>

namespace cw {

QString checkedDevice(const QJsonValue &value)
{
    static const QRegularExpression known(QStringLiteral("^(auto|cpu|cuda(:[0-9]{1,3})?)$"));
    const QString text = textOf("device", value);
    if (!known.match(text).hasMatch())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The setting device must be auto, cpu, cuda or cuda:N, not %1."),
                    {text.toStdString()});
    return text;
}

QString checkedType(const QJsonValue &value)
{
    static const QStringList names{QStringLiteral("auto"), QStringLiteral("fp32"), QStringLiteral("bf16"),
                                   QStringLiteral("fp16")};
    return names[choiceOf("dtype", value, names)];
}

} // namespace cw
