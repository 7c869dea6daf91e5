// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/ModelChooser.h"

#include "core/project/Settings.h"
#include "widgets/style/Icons.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>

namespace cw {

ModelChooser::ModelChooser(const Settings &settings, QWidget *parent)
    : QPushButton(parent), m_settings(settings), m_choices(new QMenu(this))
{
    setAccessibleName(tr("Compare with"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setMenu(m_choices);
    m_choices->setToolTipsVisible(true);
    connect(m_choices, &QMenu::aboutToShow, this, &ModelChooser::fill);
    setModels({}, {}, {});
}

void ModelChooser::setModels(const QString &before, const QString &after, const QString &name)
{
    m_before = before;
    m_after = after;
    setText(name.isEmpty() ? tr("nothing") : name);
}

void ModelChooser::fill()
{
    m_choices->clear();
    for (const QString &folder : m_settings.recent(setting::recentModels)) {
        if (QFileInfo(folder) == QFileInfo(m_before))
            continue;
        QAction *choice = m_choices->addAction(QDir(folder).dirName());
        choice->setToolTip(QDir::toNativeSeparators(folder));
        choice->setCheckable(true);
        choice->setChecked(!m_after.isEmpty() && QFileInfo(folder) == QFileInfo(m_after));
        connect(choice, &QAction::triggered, this, [this, folder] { Q_EMIT chosen(folder); });
    }
    m_choices->addSeparator();
    QAction *other = m_choices->addAction(cw::icon(QStringLiteral("open-model")), tr("Another &Folder…"));
    other->setObjectName(QStringLiteral("otherModelAction"));
    connect(other, &QAction::triggered, this, &ModelChooser::askForFolder);
    QAction *none = m_choices->addAction(cw::icon(QStringLiteral("close")), tr("&Nothing"));
    none->setObjectName(QStringLiteral("noModelAction"));
    none->setEnabled(!m_after.isEmpty());
    connect(none, &QAction::triggered, this, [this] { Q_EMIT chosen({}); });
}

void ModelChooser::askForFolder()
{
    const QString last = m_settings.value(setting::recentModels).value(0);
    auto *dialog = new QFileDialog(this, tr("Choose a model"), QFileInfo(last).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ModelChooser::chosen);
    dialog->open();
}

} // namespace cw
