// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/MeasureForm.h"

#include "core/jobs/Attempt.h"
#include "core/project/Settings.h"
#include "widgets/panels/MeasureList.h"
#include "widgets/panels/ModelChooser.h"
#include "widgets/style/Icons.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace cw {

namespace {

const QString fileGoal = QStringLiteral("file"); ///< the entry that asks for a file

QString absolute(const QString &folder)
{
    return folder.isEmpty() ? folder : QFileInfo(QDir::fromNativeSeparators(folder)).absoluteFilePath();
}

} // namespace

MeasureForm::MeasureForm(Settings &settings, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_list(new MeasureList(this)), m_folder(new QLineEdit(this)),
      m_limit(new QSpinBox(this)), m_goal(new QComboBox(this)), m_chooser(new ModelChooser(settings, this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    buildList(*grid);
    buildFields(*grid);
    m_folder->setText(QDir::toNativeSeparators(m_settings.value(setting::dataFolder)));
    connect(m_folder, &QLineEdit::editingFinished, this, &MeasureForm::keepFolder);
    connect(m_goal, &QComboBox::activated, this, &MeasureForm::chooseGoal);
    connect(&m_settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(setting::dataFolder.key))
            m_folder->setText(QDir::toNativeSeparators(m_settings.value(setting::dataFolder)));
    });
}

void MeasureForm::buildList(QGridLayout &grid)
{
    auto *row = new QHBoxLayout;
    auto *title = new QLabel(tr("Measu&res"), this);
    title->setBuddy(m_list);
    row->addWidget(title, 1);
    const auto add = [this, row](const char *name, const QString &text, bool ticked) {
        auto *button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, m_list, [this, ticked] { m_list->tickAll(ticked); });
        row->addWidget(button);
    };
    add("allMeasuresButton", tr("All"), true);
    add("noMeasuresButton", tr("None"), false);
    grid.addLayout(row, 0, 0, 1, 2);
    m_list->setObjectName(QStringLiteral("measureList"));
    m_list->setMinimumHeight(4 * fontMetrics().lineSpacing());
    grid.addWidget(m_list, 1, 0, 1, 2);
    grid.setRowStretch(1, 1);
}

void MeasureForm::buildFields(QGridLayout &grid)
{
    const QString folderTip = tr("Folder with the data sets that measures read; Tools > Data Sets says what it holds");
    m_folder->setObjectName(QStringLiteral("dataFolderEdit"));
    m_folder->setPlaceholderText(tr("none"));
    m_folder->setMinimumWidth(60);
    auto *browse = new QToolButton(this);
    browse->setObjectName(QStringLiteral("browseDataButton"));
    browse->setIcon(icon(QStringLiteral("open-project")));
    browse->setToolTip(tr("Choose the folder"));
    browse->setAccessibleName(tr("Choose the folder of data sets"));
    connect(browse, &QToolButton::clicked, this, &MeasureForm::browse);
    auto *folder = new QHBoxLayout;
    folder->setSpacing(4);
    folder->addWidget(m_folder, 1);
    folder->addWidget(browse);
    addTitle(grid, 2, tr("&Data folder"), *m_folder, folderTip);
    grid.addLayout(folder, 2, 1);
    m_limit->setObjectName(QStringLiteral("limitBox"));
    m_limit->setRange(0, 100000000);
    m_limit->setSpecialValueText(tr("all"));
    addTitle(grid, 3, tr("&Items at most"), *m_limit, tr("Measures a drawn part of so many items of each"));
    grid.addWidget(m_limit, 3, 1);
    m_goal->setObjectName(QStringLiteral("goalBox"));
    m_goal->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_goal->addItem(tr("each measure's own"), QStringLiteral("auto"));
    m_goal->addItem(tr("parity"), QStringLiteral("parity"));
    m_goal->addItem(tr("share of women"), QStringLiteral("share"));
    m_goal->addItem(tr("definitional score"), QStringLiteral("f_score"));
    m_goal->addItem(tr("a file…"), fileGoal);
    addTitle(grid, 4, tr("Goa&l"), *m_goal, tr("What scores aim at; a file has the lines name,target"));
    grid.addWidget(m_goal, 4, 1);
    m_chooser->setObjectName(QStringLiteral("measureCompareButton"));
    addTitle(grid, 5, tr("&Compare with"), *m_chooser, tr("Measures a second model and says what changes"));
    grid.addWidget(m_chooser, 5, 1);
}

QLabel *MeasureForm::addTitle(QGridLayout &grid, int row, const QString &text, QWidget &field, const QString &tip)
{
    auto *title = new QLabel(text, this);
    title->setBuddy(&field);
    title->setToolTip(tip);
    field.setToolTip(tip);
    grid.addWidget(title, row, 0);
    return title;
}

void MeasureForm::setSettings(const MeasureSettings &settings)
{
    const Result<QStringList> names = attempt([&settings] { return settings.names(); });
    m_list->setTicked(names.value_or(QStringList()));
    if (!settings.data.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(settings.data));
    m_limit->setValue(settings.limit);
    setGoal(settings.goal);
}

void MeasureForm::apply(MeasureSettings &settings) const
{
    settings.measures = m_list->ticked().join(QLatin1Char(','));
    settings.data = absolute(m_folder->text());
    settings.limit = m_limit->value();
    settings.goal = m_goal->currentData() == fileGoal ? m_lastGoal : m_goal->currentData().toString();
}

void MeasureForm::keepFolder()
{
    m_settings.set(setting::dataFolder, absolute(m_folder->text()));
}

void MeasureForm::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder of data sets"), absolute(m_folder->text()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_settings.set(setting::dataFolder, path); });
    dialog->open();
}

void MeasureForm::chooseGoal()
{
    if (m_goal->currentData() != fileGoal) {
        m_lastGoal = m_goal->currentData().toString();
        return;
    }
    setGoal(m_lastGoal);
    auto *dialog = new QFileDialog(this, tr("File of goals"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Goals: lines name,target (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this, &MeasureForm::setGoal);
    dialog->open();
}

void MeasureForm::setGoal(const QString &goal)
{
    if (m_goal->findData(goal) < 0) {
        m_goal->insertItem(m_goal->count() - 1, QFileInfo(goal).fileName(), goal);
        m_goal->setItemData(m_goal->count() - 2, QDir::toNativeSeparators(goal), Qt::ToolTipRole);
    }
    m_goal->setCurrentIndex(m_goal->findData(goal));
    m_lastGoal = goal;
}

} // namespace cw
