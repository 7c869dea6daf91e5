// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GetSettings.h"

#include "core/hub/HubModel.h"

#include <QDir>

namespace cw {

const std::vector<Field<GetSettings>> &GetSettings::fields()
{
    using S = GetSettings;
    static const std::vector<Field<S>> table{
        textField({"model", FieldForm::Place, "OWNER/NAME",
                   QT_TRANSLATE_NOOP("Option", "The model's name on the hub, such as openai-community/gpt2.")},
                  &S::model),
        textField({"revision", FieldForm::Text, "R",
                   QT_TRANSLATE_NOOP("Option", "Branch, tag or commit of the model (default: main).")},
                  &S::revision),
        textField({"into", FieldForm::Text, "DIR",
                   QT_TRANSLATE_NOOP("Option", "New folder for the checkpoint (default: NAME, in this folder).")},
                  &S::into),
        textField({"hub", FieldForm::Text, "ADDRESS",
                   QT_TRANSLATE_NOOP("Option", "Address of the hub (default: HF_ENDPOINT of the environment, else "
                                               "https://huggingface.co).")},
                  &S::hub),
    };
    return table;
}

void GetSettings::check() const
{
    (void)HubModel(address(), model, revision);
}

QString GetSettings::address() const
{
    return hub.isEmpty() ? usualHub() : hub;
}

QString GetSettings::folder() const
{
    return QDir::cleanPath(QDir::current().absoluteFilePath(into.isEmpty() ? model.trimmed().section(u'/', -1) : into));
}

QString usualHub()
{
    const QString named = qEnvironmentVariable("HF_ENDPOINT").trimmed();
    return named.isEmpty() ? QStringLiteral("https://huggingface.co") : named;
}

} // namespace cw
