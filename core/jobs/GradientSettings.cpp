// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GradientSettings.h"

namespace cw {

const std::vector<Field<GradientSettings>> &GradientSettings::fields()
{
    static const auto table = promptFields<GradientSettings>();
    return table;
}

QJsonObject GradientSettings::measured() const
{
    QJsonObject object = toJson(*this);
    object.remove(QStringLiteral("data"));
    return object;
}

} // namespace cw
