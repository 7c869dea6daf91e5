// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/PictureDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace cw {

PictureDialog::PictureDialog(const Picture &picture, QWidget *parent, const QString &name)
    : QDialog(parent), m_picture(picture), m_name(name.isEmpty() ? tr("trace") : name), m_format(new QComboBox(this)),
      m_dpi(new QSpinBox(this)), m_size(new QLabel(this))
{
    setObjectName(QStringLiteral("pictureDialog"));
    setWindowTitle(tr("Export picture"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *preview = new QLabel(this);
    const QSizeF shown = picture.size.scaled(QSizeF(560, 320), Qt::KeepAspectRatio);
    const double ratio = devicePixelRatioF();
    QPixmap pixmap = QPixmap::fromImage(pictureImage(picture, 96 * ratio * shown.width() / picture.size.width()));
    pixmap.setDevicePixelRatio(ratio);
    preview->setPixmap(pixmap);
    preview->setFrameShape(QFrame::StyledPanel);
    preview->setAlignment(Qt::AlignCenter);
    preview->setAccessibleName(picture.title);
    m_format->setObjectName(QStringLiteral("formatBox"));
    m_format->addItem(tr("SVG (vector, for documents and the web)"));
    m_format->addItem(tr("PDF (vector, for print)"));
    m_format->addItem(tr("PNG (pixels)"));
    m_dpi->setObjectName(QStringLiteral("dpiBox"));
    m_dpi->setRange(48, 1200);
    m_dpi->setValue(192);
    m_dpi->setSuffix(tr(" dpi"));
    auto *form = new QFormLayout;
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Resolution"), m_dpi);
    form->addRow(tr("Size"), m_size);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *next = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    next->setObjectName(QStringLiteral("exportButton"));
    next->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(preview);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(m_format, &QComboBox::currentIndexChanged, this, &PictureDialog::showSize);
    connect(m_dpi, &QSpinBox::valueChanged, this, &PictureDialog::showSize);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(next, &QPushButton::clicked, this, &PictureDialog::askForFile);
    showSize();
}

PictureFormat PictureDialog::format() const
{
    return static_cast<PictureFormat>(m_format->currentIndex());
}

double PictureDialog::dpi() const
{
    return m_dpi->value();
}

void PictureDialog::showSize()
{
    const bool pixels = format() == PictureFormat::Png;
    m_dpi->setEnabled(pixels);
    const QSizeF size = pixels ? m_picture.size * dpi() / 96 : m_picture.size * 25.4 / 96;
    m_size->setText((pixels ? tr("%1 × %2 pixels") : tr("%1 × %2 mm"))
                        .arg(static_cast<int>(size.width()))
                        .arg(static_cast<int>(size.height())));
}

void PictureDialog::askForFile()
{
    const QString ending = pictureEndings().at(m_format->currentIndex());
    auto *dialog = new QFileDialog(this, tr("Export picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending));
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(m_name + QLatin1Char('.') + ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        Q_EMIT chosen(path, dpi());
        accept();
    });
    dialog->open();
}

} // namespace cw
