// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProbeAsker.h"

#include "app/Previewer.h"
#include "widgets/dialogs/MethodDialog.h"

namespace cw {

ProbeAsker::ProbeAsker(Previewer &previewer, QWidget &window)
    : QObject(&window), m_previewer(previewer), m_window(window)
{
}

void ProbeAsker::ask()
{
    auto *dialog = new MethodDialog({tr("Probe Set"),
                                     tr("What the live scores are of. A larger set says more and takes longer at every "
                                        "change."),
                                     tr("&Use")},
                                    fieldItems(m_previewer.settings(), {}), &m_window);
    dialog->setObjectName(QStringLiteral("probeSetDialog"));
    connect(dialog, &MethodDialog::startAsked, this,
            [this, dialog](const QJsonObject &asked) { take(asked, *dialog); });
    dialog->open();
}

void ProbeAsker::take(const QJsonObject &asked, MethodDialog &dialog)
{
    const auto settings = dialog.orRefuse([&asked] {
        const auto read = fromJson<PreviewSettings>(asked);
        read.check();
        return read;
    });
    if (!settings)
        return;
    m_previewer.setSettings(*settings);
    dialog.accept();
}

} // namespace cw
