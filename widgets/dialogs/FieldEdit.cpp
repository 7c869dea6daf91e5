// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/FieldEdit.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QToolButton>

namespace cw {

namespace {

/// What may stand in the field, as the command line says it: "parity|share|FILE".
QStringList parts(const FieldInfo &info)
{
    return QString(QLatin1String(info.value)).split(u'|');
}

bool isWord(const QString &part)
{
    return part == part.toLower();
}

/// The words to choose from; a part in capitals is to be written.
QStringList wordsOf(const FieldInfo &info)
{
    QStringList words;
    for (const QString &part : parts(info))
        if (isWord(part))
            words << part;
    return words;
}

bool isFolder(const FieldInfo &info)
{
    return parts(info).contains(QStringLiteral("DIR"));
}

bool isPath(const FieldInfo &info)
{
    return isFolder(info) || parts(info).last().startsWith(QLatin1String("FILE"));
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
    for (const QJsonValue word : list)
        words << word.toString();
    return value.isArray() ? words.join(u',') : value.toString();
}

} // namespace

FieldEdit::FieldEdit(const FieldItem &item, QWidget *parent) : QWidget(parent), m_item(item)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const QStringList words = wordsOf(item.info);
    if (!words.isEmpty() || !item.choices.isEmpty()) {
        addBox(words);
    } else {
        m_line = new QLineEdit(this);
        m_line->setPlaceholderText(isFolder(item.info) ? tr("no folder")
                                   : isPath(item.info) ? tr("no file")
                                                       : QString(QLatin1String(item.info.value)));
        row->addWidget(m_line, 1);
    }
    if (QLineEdit *typed = line()) {
        typed->setObjectName(QLatin1String(item.info.key));
        connect(typed, &QLineEdit::textChanged, this, &FieldEdit::edited);
    }
    if (isPath(item.info) && item.choices.isEmpty())
        addBrowse();
    input()->setObjectName(QLatin1String(item.info.key));
    setFocusProxy(input());
    setValue(item.value);
}

void FieldEdit::addBox(const QStringList &words)
{
    m_box = new QComboBox(this);
    for (const FieldItem::Choice &choice : m_item.choices)
        m_box->addItem(choice.text, choice.value);
    if (m_item.choices.isEmpty()) {
        m_box->addItems(words);
        m_box->setEditable(words.size() < parts(m_item.info).size());
    }
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setMinimumContentsLength(10);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_box, &QComboBox::currentIndexChanged, this, &FieldEdit::edited);
    static_cast<QHBoxLayout *>(layout())->addWidget(m_box, 1);
}

void FieldEdit::addBrowse()
{
    auto *browse = new QToolButton(this);
    browse->setText(QStringLiteral("…"));
    browse->setAccessibleName(tr("Browse"));
    layout()->addWidget(browse);
    connect(browse, &QToolButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(isFolder(m_item.info) ? QFileDialog::Directory : QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, line(), &QLineEdit::setText);
        dialog->open();
    });
}

QLineEdit *FieldEdit::line() const
{
    return m_box ? m_box->lineEdit() : m_line;
}

QWidget *FieldEdit::input() const
{
    return m_box ? static_cast<QWidget *>(m_box) : m_line;
}

QJsonValue FieldEdit::value() const
{
    if (!m_item.choices.isEmpty())
        return m_item.choices[m_box->currentIndex()].value;
    const QString typed = m_box ? m_box->currentText() : m_line->text();
    if (isList(m_item.info)) // a target begins with a space
        return QJsonArray::fromStringList(typed.split(u',', Qt::SkipEmptyParts));
    const QString text = typed.trimmed();
    if (!m_item.value.isDouble())
        return text;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

void FieldEdit::setValue(const QJsonValue &value)
{
    for (qsizetype i = 0; i < m_item.choices.size(); ++i)
        if (m_item.choices[i].value == value.toString())
            m_box->setCurrentIndex(static_cast<int>(i));
    if (!m_item.choices.isEmpty())
        return;
    if (m_box)
        m_box->setCurrentText(textOf(value));
    else
        m_line->setText(textOf(value));
}

} // namespace cw
