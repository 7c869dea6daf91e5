// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/TextForm.h"

#include "widgets/panels/StopEdit.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <limits>

namespace cw {

TextForm::TextForm(QWidget *parent)
    : QWidget(parent), m_max(new QSpinBox(this)), m_temperature(new QDoubleSpinBox(this)),
      m_topP(new QDoubleSpinBox(this)), m_topK(new QSpinBox(this)), m_seed(new QSpinBox(this)),
      m_stop(new StopEdit(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    m_max->setRange(1, 1000000);
    m_temperature->setRange(0, 100);
    m_temperature->setDecimals(2);
    m_temperature->setSingleStep(0.1);
    m_temperature->setSpecialValueText(tr("0, greedy"));
    m_topP->setRange(0, 1);
    m_topP->setDecimals(3);
    m_topP->setSingleStep(0.05);
    m_topK->setRange(0, std::numeric_limits<int>::max());
    m_topK->setSpecialValueText(tr("all"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_stop->setPlaceholderText(tr("none"));
    add(*grid, 0, 0, tr("To&kens"), *m_max, "maxBox", tr("At most so many tokens are written"));
    add(*grid, 0, 1, tr("Te&mperature"), *m_temperature, "temperatureBox",
        tr("0 always takes the likeliest token; the higher, the more even the chances"));
    add(*grid, 0, 2, tr("Se&ed"), *m_seed, "textSeedBox", tr("The same seed draws the same text"));
    add(*grid, 1, 0, tr("Top-&p"), *m_topP, "topPBox",
        tr("Draws from the likeliest tokens that together reach this probability"));
    add(*grid, 1, 1, tr("Top-k"), *m_topK, "topKBox", tr("Draws from so many of the likeliest tokens"));
    add(*grid, 1, 2, tr("Stop &at"), *m_stop, "stopEdit",
        tr("The text ends before the first of these: between commas; \\n is a new line, \\, a comma"));
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, &TextForm::showMeaning);
    setSettings({});
}

void TextForm::add(QGridLayout &grid, int row, int column, const QString &label, QWidget &field, const char *name,
                   const QString &tip)
{
    field.setObjectName(QLatin1String(name));
    field.setToolTip(tip);
    field.setMinimumWidth(60);
    auto *title = new QLabel(label, this);
    title->setBuddy(&field);
    title->setToolTip(tip);
    grid.addWidget(title, 2 * row, column);
    grid.addWidget(&field, 2 * row + 1, column);
}

void TextForm::setSettings(const GenerateSettings &settings)
{
    m_max->setValue(settings.max);
    m_temperature->setValue(settings.temperature);
    m_topP->setValue(settings.topP);
    m_topK->setValue(settings.topK);
    m_seed->setValue(static_cast<int>(std::min<std::uint32_t>(settings.seed, std::numeric_limits<int>::max())));
    m_stop->setStops(settings.stop);
    showMeaning();
}

void TextForm::apply(GenerateSettings &settings) const
{
    settings.max = m_max->value();
    settings.temperature = m_temperature->value();
    settings.topP = m_topP->value();
    settings.topK = m_topK->value();
    settings.seed = static_cast<std::uint32_t>(m_seed->value());
    settings.stop = m_stop->stops();
}

/// Without a temperature nothing is drawn: the fields about drawing say nothing then.
void TextForm::showMeaning()
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_topP, m_topK, m_seed})
        field->setEnabled(m_temperature->value() > 0);
}

} // namespace cw
