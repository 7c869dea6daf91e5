// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/TraceForm.h"

#include "widgets/panels/TargetEdit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <limits>

namespace cw {

TraceForm::TraceForm(QWidget *parent)
    : QWidget(parent), m_targetA(new TargetEdit(this)), m_targetB(new TargetEdit(this)), m_window(new QSpinBox(this)),
      m_windowWarning(new QLabel(this)), m_noise(new QComboBox(this)), m_noiseNumber(new QDoubleSpinBox(this)),
      m_samples(new QSpinBox(this)), m_seed(new QSpinBox(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(10);
    form->setVerticalSpacing(7);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    buildTargets(*form);
    buildKinds(*form);
    buildNumbers(*form);
    setSettings({});
}

void TraceForm::buildTargets(QFormLayout &form)
{
    m_targetA->setObjectName(QStringLiteral("targetAEdit"));
    m_targetB->setObjectName(QStringLiteral("targetBEdit"));
    m_targetA->setAccessibleName(tr("First target"));
    m_targetB->setAccessibleName(tr("Second target"));
    m_targetB->setPlaceholderText(tr("none: P of the first"));
    auto *pair = new QHBoxLayout;
    pair->setSpacing(6);
    pair->addWidget(m_targetA);
    pair->addWidget(new QLabel(tr("or"), this));
    pair->addWidget(m_targetB);
    form.addRow(tr("&Targets"), pair);
    if (auto *label = qobject_cast<QLabel *>(form.labelForField(pair)))
        label->setBuddy(m_targetA);
    for (TargetEdit *target : {m_targetA, m_targetB}) {
        target->setToolTip(tr("The answers that are compared, space and all: ␣ stands for a space."));
        connect(target, &TargetEdit::targetEdited, this, &TraceForm::edited);
    }
}

void TraceForm::buildKinds(QFormLayout &form)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    const std::vector<std::pair<QString, QString>> kinds{
        {tr("State"), tr("Restore the state after one layer")},
        {tr("MLP"), tr("Restore the output of the MLPs in a window of layers")},
        {tr("Attention"), tr("Restore the output of the attention modules in a window of layers")}};
    for (const auto &[title, tip] : kinds) {
        auto *box = new QCheckBox(title, this);
        box->setObjectName(QStringLiteral("kind%1Box").arg(m_kinds.size()));
        box->setToolTip(tip);
        row->addWidget(box);
        m_kinds.push_back(box);
        connect(box, &QCheckBox::clicked, this, &TraceForm::edited);
    }
    row->addStretch(1);
    form.addRow(tr("Restore"), row);
}

void TraceForm::buildNumbers(QFormLayout &form)
{
    m_window->setObjectName(QStringLiteral("windowBox"));
    m_window->setRange(0, 999);
    m_window->setToolTip(tr("How many layers are restored together for MLP and attention"));
    form.addRow(tr("&Window"), m_window);
    m_windowWarning->setObjectName(QStringLiteral("windowWarningLabel"));
    m_windowWarning->setWordWrap(true);
    m_windowWarning->setForegroundRole(QPalette::BrightText);
    form.addRow(m_windowWarning);
    auto *noise = new QHBoxLayout;
    noise->setSpacing(6);
    m_noise->setObjectName(QStringLiteral("noiseBox"));
    m_noise->addItem(tr("3 × spread of subjects"));
    m_noise->addItem(tr("3 × spread of all tokens"));
    m_noise->addItem(tr("Number"));
    m_noise->setToolTip(tr("Standard deviation of the noise on the subject's embeddings (Meng et al. 2022)"));
    m_noise->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_noise->setMinimumContentsLength(12);
    m_noiseNumber->setDecimals(4);
    m_noiseNumber->setRange(0.0001, 1000);
    m_noiseNumber->setSingleStep(0.05);
    m_noiseNumber->setAccessibleName(tr("Standard deviation of the noise"));
    noise->addWidget(m_noise, 1);
    noise->addWidget(m_noiseNumber);
    form.addRow(tr("&Noise"), noise);
    if (auto *label = qobject_cast<QLabel *>(form.labelForField(noise)))
        label->setBuddy(m_noise);
    m_samples->setObjectName(QStringLiteral("samplesBox"));
    m_samples->setRange(1, 1000);
    m_seed->setObjectName(QStringLiteral("seedBox"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_samples->setToolTip(tr("Draws of noise; the effect is their mean, and its error comes from their spread"));
    form.addRow(tr("&Samples"), m_samples);
    form.addRow(tr("See&d"), m_seed);
    for (QSpinBox *box : {m_window, m_samples, m_seed})
        connect(box, &QSpinBox::valueChanged, this, &TraceForm::edited);
    connect(m_window, &QSpinBox::valueChanged, this, &TraceForm::showWindow);
    connect(m_noiseNumber, &QDoubleSpinBox::valueChanged, this, &TraceForm::edited);
    connect(m_noise, &QComboBox::currentIndexChanged, this, [this](int rule) {
        m_noiseNumber->setVisible(rule == int(NoiseSize::Rule::Number));
        Q_EMIT edited();
    });
}

void TraceForm::setSettings(const TraceSettings &settings)
{
    const QSignalBlocker silent(this);
    m_targetA->setTarget(settings.targets.value(0));
    m_targetB->setTarget(settings.targets.value(1));
    for (std::size_t kind = 0; kind < m_kinds.size(); ++kind)
        m_kinds[kind]->setChecked(std::find(settings.kinds.begin(), settings.kinds.end(),
                                            static_cast<TraceKind>(kind)) != settings.kinds.end());
    m_window->setValue(settings.window);
    m_noise->setCurrentIndex(static_cast<int>(settings.noise.rule));
    m_noiseNumber->setValue(settings.noise.rule == NoiseSize::Rule::Number ? settings.noise.value : 0.1);
    m_noiseNumber->setVisible(settings.noise.rule == NoiseSize::Rule::Number);
    m_samples->setValue(settings.samples);
    m_seed->setValue(static_cast<int>(settings.seed));
    showWindow();
}

void TraceForm::apply(TraceSettings &settings) const
{
    settings.targets.clear();
    for (const TargetEdit *target : {m_targetA, m_targetB}) {
        if (!target->target().isEmpty())
            settings.targets << target->target();
    }
    settings.kinds.clear();
    for (std::size_t kind = 0; kind < m_kinds.size(); ++kind) {
        if (m_kinds[kind]->isChecked())
            settings.kinds.push_back(static_cast<TraceKind>(kind));
    }
    settings.window = m_window->value();
    settings.noise.rule = static_cast<NoiseSize::Rule>(m_noise->currentIndex());
    settings.noise.value = settings.noise.rule == NoiseSize::Rule::Number ? m_noiseNumber->value() : 3;
    settings.samples = m_samples->value();
    settings.seed = static_cast<std::uint32_t>(m_seed->value());
}

void TraceForm::setLayers(int layers)
{
    m_layers = layers;
    showWindow();
}

void TraceForm::showWindow()
{
    m_window->setSpecialValueText(tr("Automatic"));
    m_window->setSuffix(tr(" layers"));
    const bool wide = m_layers > 0 && 3 * m_window->value() > m_layers;
    m_windowWarning->setVisible(wide);
    if (wide)
        m_windowWarning->setText(
            tr("A window of %1 is more than a third of the %2 layers: neighbouring cells show almost "
               "the same.")
                .arg(m_window->value())
                .arg(m_layers));
}

} // namespace cw
