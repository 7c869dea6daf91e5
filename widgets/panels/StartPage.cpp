// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/StartPage.h"

#include "core/project/Project.h"
#include "core/project/Settings.h"
#include "widgets/models/RecentModel.h"
#include "widgets/panels/TwoLineDelegate.h"
#include "widgets/style/Icons.h"

#include <QCommandLinkButton>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QShortcut>

namespace cw {

StartPage::StartPage(Settings &settings, const Project &project, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_project(project), m_recent(new RecentModel(this)),
      m_list(new QListView(this)), m_noRecent(new QLabel(this)), m_missing(nullptr), m_missingText(new QLabel(this))
{
    auto *columns = new QHBoxLayout;
    columns->setSpacing(48);
    columns->addWidget(buildActions());
    columns->addWidget(buildRecent());
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addLayout(columns);
    centred->addStretch(1);
    layout->addLayout(centred, 8);
    layout->addStretch(2);
    connect(&m_settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(setting::recentProjects.key))
            reload();
    });
    connect(&m_project, &Project::opened, this, &StartPage::reload);
    reload();
}

QWidget *StartPage::buildActions()
{
    auto *column = new QWidget(this);
    column->setFixedWidth(340);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *title = new QLabel(QStringLiteral("Counterweight"), column);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setBold(true);
    title->setFont(large);
    auto *line =
        new QLabel(tr("See where a language model keeps its gender bias, edit exactly those weights, and prove "
                      "what the edit did."),
                   column);
    line->setWordWrap(true);
    line->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(title);
    layout->addWidget(line);
    layout->addSpacing(14);
    const auto add = [&](const QString &name, const QString &text, const QString &detail, const QString &picture) {
        auto *button = new QCommandLinkButton(text, detail, column);
        button->setObjectName(name);
        button->setIcon(icon(picture, Role::Accent));
        button->setIconSize(QSize(22, 22));
        layout->addWidget(button);
        return button;
    };
    connect(add(QStringLiteral("openModelButton"), tr("Open a model"), tr("A checkpoint folder in Hugging Face layout"),
                QStringLiteral("open-model")),
            &QPushButton::clicked, this, &StartPage::openModelClicked);
    connect(add(QStringLiteral("getModelButton"), tr("Get a model"), tr("Downloads a checkpoint from Hugging Face"),
                QStringLiteral("download")),
            &QPushButton::clicked, this, &StartPage::getModelClicked);
    connect(add(QStringLiteral("openProjectButton"), tr("Open a project"), tr("A .cwp file with its runs and results"),
                QStringLiteral("open-project")),
            &QPushButton::clicked, this, &StartPage::openProjectClicked);
    connect(add(QStringLiteral("openDemoButton"), tr("Try the demo"),
                tr("A small model with known stereotypes; ready in a second"), QStringLiteral("demo")),
            &QPushButton::clicked, this, &StartPage::openDemoClicked);
    auto *drop = new QLabel(tr("Or drop a model folder or a project anywhere in this window."), column);
    drop->setForegroundRole(QPalette::PlaceholderText);
    drop->setWordWrap(true);
    layout->addSpacing(8);
    layout->addWidget(drop);
    layout->addStretch(1);
    return column;
}

QWidget *StartPage::buildRecent()
{
    auto *column = new QWidget(this);
    column->setFixedWidth(400);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(tr("Recent projects"), column);
    QFont strong = title->font();
    strong.setBold(true);
    title->setFont(strong);
    m_list->setObjectName(QStringLiteral("recentList"));
    m_list->setModel(m_recent);
    m_list->setItemDelegate(new TwoLineDelegate(RecentModel::DetailRole, m_list));
    m_list->setAccessibleName(title->text());
    m_list->setMinimumHeight(240);
    m_noRecent->setText(tr("Projects you have opened appear here."));
    m_noRecent->setForegroundRole(QPalette::PlaceholderText);
    m_noRecent->setAlignment(Qt::AlignTop);
    layout->addWidget(title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_noRecent, 1);
    m_missing = buildMissing();
    layout->addWidget(m_missing);
    connect(m_list, &QListView::clicked, this, &StartPage::choose);
    connect(m_list, &QListView::activated, this, &StartPage::choose);
    auto *remove = new QShortcut(QKeySequence::Delete, m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &StartPage::removeChosen);
    return column;
}

QWidget *StartPage::buildMissing()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    m_missingText->setWordWrap(true);
    m_missingText->setTextFormat(Qt::PlainText);
    layout->addWidget(m_missingText);
    auto *row = new QHBoxLayout;
    auto *locate = new QPushButton(tr("Locate…"), box);
    locate->setObjectName(QStringLiteral("locateButton"));
    auto *remove = new QPushButton(tr("Remove from the list"), box);
    remove->setObjectName(QStringLiteral("removeRecentButton"));
    row->addWidget(locate);
    row->addWidget(remove);
    row->addStretch(1);
    layout->addLayout(row);
    connect(locate, &QPushButton::clicked, this, [this] { Q_EMIT locateClicked(chosenPath()); });
    connect(remove, &QPushButton::clicked, this, &StartPage::removeChosen);
    return box;
}

void StartPage::reload()
{
    QStringList unsaved = m_project.untitledProjects();
    unsaved.removeAll(m_project.path());
    m_recent->setPaths(unsaved, m_settings.value(setting::recentProjects));
    const bool any = m_recent->rowCount() > 0;
    m_list->setVisible(any);
    m_noRecent->setVisible(!any);
    m_missing->hide();
}

QString StartPage::chosenPath() const
{
    return m_list->currentIndex().data(RecentModel::PathRole).toString();
}

void StartPage::choose(const QModelIndex &index)
{
    const QString path = index.data(RecentModel::PathRole).toString();
    const bool missing = !QFileInfo::exists(path);
    m_missing->setVisible(missing);
    if (missing)
        m_missingText->setText(tr("%1 is not where it was.").arg(path));
    else
        Q_EMIT projectChosen(path);
}

void StartPage::removeChosen()
{
    QStringList paths = m_settings.value(setting::recentProjects);
    if (paths.removeAll(chosenPath()) > 0)
        m_settings.set(setting::recentProjects, paths);
}

} // namespace cw
