// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/MethodDialog.h"

#include "widgets/style/Theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace cw {

namespace {

/// "balanced|gap" are words to choose from; a part in capitals is to be written.
QStringList wordsOf(const FieldInfo &info)
{
    const QString value = QLatin1String(info.value);
    return value == value.toLower() && value.contains(u'|') ? value.split(u'|') : QStringList();
}

bool isFolder(const FieldInfo &info)
{
    return QLatin1String(info.value) == QLatin1String("DIR");
}

bool isPath(const FieldInfo &info)
{
    return isFolder(info) || QString(QLatin1String(info.value)).contains(QLatin1String("FILE"));
}

bool isList(const FieldInfo &info)
{
    return info.form == FieldForm::Words || info.form == FieldForm::Texts;
}

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    QStringList words;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &word : list)
        words << word.toString();
    return value.isArray() ? words.join(u',') : value.toString();
}

} // namespace

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
    grid->setColumnStretch(1, 1);
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
    layout->addWidget(m_why);
    clearRefusal();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *make = buttons->addButton(words.start, QDialogButtonBox::AcceptRole);
    make->setObjectName(QStringLiteral("startMethodButton"));
    make->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &MethodDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(720, 560);
}

void MethodDialog::addEntry(QGridLayout &grid, const FieldItem &item)
{
    const int row = 2 * static_cast<int>(m_entries.size()); // below it a note
    QWidget *field = fieldFor(item);
    const QString help = QCoreApplication::translate("Option", item.info.help);
    auto *title = new QLabel(help, field->parentWidget());
    title->setWordWrap(true);
    title->setBuddy(field);
    QWidget *line = isPath(item.info) ? field->parentWidget() : field;
    field->setAccessibleDescription(help);
    field->setToolTip(QStringLiteral("--%1").arg(QLatin1String(item.info.key)));
    line->setMinimumWidth(220);
    grid.addWidget(line, row, 0, Qt::AlignTop);
    grid.addWidget(title, row, 1);
    if (!item.note.isEmpty()) {
        auto *note = new QLabel(item.note, field->parentWidget());
        note->setObjectName(QLatin1String(item.info.key) + QStringLiteral("Note"));
        note->setWordWrap(true);
        grid.addWidget(note, row + 1, 0, 1, 2);
    }
    m_entries.append({item, field});
}

QWidget *MethodDialog::fieldFor(const FieldItem &item)
{
    const QString name = QLatin1String(item.info.key);
    if (const QStringList words = wordsOf(item.info); !words.isEmpty()) {
        auto *box = new QComboBox(this);
        box->setObjectName(name);
        box->addItems(words);
        box->setCurrentText(textOf(item.value));
        connect(box, &QComboBox::currentIndexChanged, this, &MethodDialog::clearRefusal);
        return box;
    }
    if (isPath(item.info))
        return pathField(item);
    auto *line = new QLineEdit(textOf(item.value), this);
    line->setObjectName(name);
    line->setPlaceholderText(QLatin1String(item.info.value));
    connect(line, &QLineEdit::textChanged, this, &MethodDialog::clearRefusal);
    return line;
}

QWidget *MethodDialog::pathField(const FieldItem &item)
{
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    auto *line = new QLineEdit(textOf(item.value), both);
    line->setObjectName(QLatin1String(item.info.key));
    auto *browse = new QToolButton(both);
    browse->setText(QStringLiteral("…"));
    browse->setAccessibleName(tr("Browse"));
    row->addWidget(line, 1);
    row->addWidget(browse);
    connect(line, &QLineEdit::textChanged, this, &MethodDialog::clearRefusal);
    connect(browse, &QToolButton::clicked, this, [this, line, folder = isFolder(item.info)] {
        auto *dialog = new QFileDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
        dialog->open();
    });
    return line;
}

QJsonValue MethodDialog::valueOf(const Entry &entry) const
{
    if (const auto *box = qobject_cast<const QComboBox *>(entry.field))
        return box->currentText();
    const QString typed = static_cast<const QLineEdit *>(entry.field)->text();
    if (isList(entry.item.info)) // a target begins with a space
        return QJsonArray::fromStringList(typed.split(u',', Qt::SkipEmptyParts));
    const QString text = typed.trimmed();
    if (!entry.item.value.isDouble())
        return text;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

void MethodDialog::start()
{
    QJsonObject settings;
    for (const Entry &entry : m_entries)
        settings.insert(QLatin1String(entry.item.info.key), valueOf(entry));
    Q_EMIT startAsked(settings);
}

void MethodDialog::refuse(const QString &sentence)
{
    m_why->setText(sentence);
    m_why->setVisible(true);
}

void MethodDialog::clearRefusal()
{
    QPalette palette = m_why->palette();
    palette.setColor(QPalette::WindowText, colour(Role::Problem, palette));
    m_why->setPalette(palette);
    m_why->setVisible(false);
}

} // namespace cw
