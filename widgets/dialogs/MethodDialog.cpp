// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/MethodDialog.h"

#include "widgets/dialogs/FieldEdit.h"
#include "widgets/dialogs/FieldNames.h"
#include "widgets/views/WrappedLabel.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cw {

MethodDialog::MethodDialog(const Words &words, const QVector<FieldItem> &items, QWidget *parent)
    : QDialog(parent), m_why(new QLabel(this))
{
    setWindowTitle(words.title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    auto *what = new QLabel(words.about, this);
    what->setWordWrap(true);
    layout->addWidget(what);
    auto *fields = new QWidget(this);
    auto *grid = new QGridLayout(fields);
    grid->setColumnStretch(2, 1);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    for (const FieldItem &item : items)
        addEntry(*grid, item);
    grid->setRowStretch(grid->rowCount(), 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(fields);
    layout->addWidget(scroll, 1);
    m_why->setObjectName(QStringLiteral("methodProblem"));
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::BrightText); // that of problems, in every theme
    layout->addWidget(m_why);
    clearRefusal();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    QPushButton *make = buttons->addButton(words.start, QDialogButtonBox::AcceptRole);
    make->setObjectName(QStringLiteral("startMethodButton"));
    make->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &MethodDialog::restoreUsual);
    connect(buttons, &QDialogButtonBox::accepted, this, &MethodDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(760, 600);
}

void MethodDialog::addEntry(QGridLayout &grid, const FieldItem &item)
{
    const int row = 2 * static_cast<int>(m_entries.size()); // below it a note
    auto *field = new FieldEdit(item, grid.parentWidget());
    const QString help = QCoreApplication::translate("Option", item.info.help);
    auto *name = new QLabel(fieldName(item.info.key), grid.parentWidget());
    name->setBuddy(field->input());
    auto *about = new WrappedLabel(grid.parentWidget());
    about->setText(help);
    about->setForegroundRole(QPalette::PlaceholderText);
    field->input()->setAccessibleName(name->text());
    field->input()->setAccessibleDescription(help);
    field->input()->setToolTip(QStringLiteral("--%1").arg(QLatin1String(item.info.key)));
    field->setMinimumWidth(200);
    name->setMinimumHeight(field->sizeHint().height()); // on the line of the field, however long the rest is
    grid.addWidget(name, row, 0, Qt::AlignTop);
    grid.addWidget(field, row, 1, Qt::AlignTop);
    grid.addWidget(about, row, 2);
    if (!item.note.isEmpty()) {
        auto *note = new WrappedLabel(grid.parentWidget());
        note->setText(item.note);
        note->setObjectName(QLatin1String(item.info.key) + QStringLiteral("Note"));
        grid.addWidget(note, row + 1, 1, 1, 2);
    }
    connect(field, &FieldEdit::edited, this, &MethodDialog::clearRefusal);
    m_entries.append(field);
}

void MethodDialog::restoreUsual()
{
    for (FieldEdit *field : m_entries)
        field->setValue(field->item().usual);
}

void MethodDialog::start()
{
    QJsonObject settings;
    for (const FieldEdit *field : m_entries)
        settings.insert(QLatin1String(field->item().info.key), field->value());
    Q_EMIT startAsked(settings);
}

void MethodDialog::refuse(const QString &sentence)
{
    m_why->setText(sentence);
    m_why->setVisible(true);
}

void MethodDialog::clearRefusal()
{
    m_why->setVisible(false);
}

} // namespace cw
