// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/TickForm.h"

#include "widgets/panels/ModelChooser.h"
#include "widgets/panels/TargetEdit.h"
#include "widgets/views/NumberField.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <cmath>
#include <utility>
#include <vector>

namespace cw {

namespace {

constexpr int slideSteps = 100;    ///< of the slider, for an amount of 1
constexpr double widest = 1000000; ///< of a factor that is typed

/// Hides before it shows: both at once would need a wider window, and the window stays as wide as it once was.
void showOnly(const std::vector<std::pair<QWidget *, bool>> &widgets)
{
    for (const bool isShown : {false, true})
        for (const auto &[widget, isWanted] : widgets)
            if (isWanted == isShown)
                widget->setVisible(isShown);
}

} // namespace

TickForm::TickForm(Settings &settings, QWidget *parent)
    : QWidget(parent), m_method(new QComboBox(this)), m_amountTitle(new QLabel(this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_amount(new NumberField(this)),
      m_reference(new ModelChooser(settings, this)), m_from(new TargetEdit(this)), m_toward(new TargetEdit(this)),
      m_help(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_method->setObjectName(QStringLiteral("tickMethod"));
    m_method->setAccessibleName(tr("What is done with it"));
    m_method->addItems({tr("Zero"), tr("Scale"), tr("Set to mean"), tr("Move toward"), tr("Attenuate")});
    m_reference->setObjectName(QStringLiteral("tickReference"));
    m_reference->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_from->setTarget(QStringLiteral(" he"));
    m_toward->setTarget(QStringLiteral(" she"));
    for (TargetEdit *target : {m_from, m_toward})
        target->setMaximumWidth(fontMetrics().horizontalAdvance(QStringLiteral("MMMMMM")));
    m_from->setAccessibleName(tr("First word of the direction"));
    m_toward->setAccessibleName(tr("Second word of the direction"));
    m_help->setForegroundRole(QPalette::PlaceholderText);
    buildAmount();
    row->addWidget(m_method);
    row->addWidget(m_reference);
    row->addWidget(m_from);
    row->addWidget(m_toward);
    row->addWidget(m_amountTitle);
    row->addWidget(m_slider, 1);
    row->addWidget(m_amount);
    row->addWidget(m_help, 1);
    connect(m_method, &QComboBox::currentIndexChanged, this, &TickForm::showMethod);
    connect(m_reference, &ModelChooser::chosen, this, &TickForm::setReference);
    for (const TargetEdit *target : {m_from, m_toward})
        connect(target, &TargetEdit::targetEdited, this, &TickForm::changed);
    showMethod();
}

void TickForm::buildAmount()
{
    m_amountTitle->setBuddy(m_amount);
    m_slider->setObjectName(QStringLiteral("tickSlider"));
    m_slider->setMinimumWidth(36); // else the widest method widens the window
    m_amount->setObjectName(QStringLiteral("tickAmount"));
    m_amount->setSingleStep(0.1);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { m_amount->setValue(static_cast<double>(value) / slideSteps); });
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, [this](double amount) {
        const QSignalBlocker silent(m_slider);
        m_slider->setValue(static_cast<int>(std::lround(amount * slideSteps)));
        Q_EMIT changed();
    });
}

TickMethod TickForm::method() const
{
    return static_cast<TickMethod>(m_method->currentIndex());
}

void TickForm::showMethod()
{
    const TickMethod chosen = method();
    const bool isScale = chosen == TickMethod::Scale;
    const bool hasAmount = isScale || chosen == TickMethod::Toward || chosen == TickMethod::Attenuate;
    m_amountTitle->setText(isScale ? tr("&Factor") : tr("Shar&e"));
    m_amount->setRange(isScale ? -widest : 0, isScale ? widest : 1);
    m_slider->setRange(isScale ? -slideSteps : 0, isScale ? 3 * slideSteps : slideSteps);
    m_amount->setValue(isScale ? 0.5 : 1);
    showOnly({{m_help, !hasAmount},
              {m_reference, chosen == TickMethod::Toward},
              {m_from, chosen == TickMethod::Attenuate},
              {m_toward, chosen == TickMethod::Attenuate},
              {m_amountTitle, hasAmount},
              {m_slider, hasAmount},
              {m_amount, hasAmount}});
    m_help->setText(chosen == TickMethod::Zero ? tr("Every ticked weight becomes 0.")
                                               : tr("A row becomes the mean row of its module."));
    Q_EMIT changed();
}

void TickForm::setModel(const QString &folder)
{
    m_model = folder;
    setReference(folder == m_folder ? QString() : m_folder);
}

void TickForm::setReference(const QString &folder)
{
    m_folder = folder;
    m_reference->setModels(m_model, folder, folder.isEmpty() ? QString() : QDir(folder).dirName());
    Q_EMIT changed();
}

bool TickForm::isComplete() const
{
    return method() != TickMethod::Toward || !m_folder.isEmpty();
}

void TickForm::apply(EditSettings &settings) const
{
    settings.method = method();
    if (settings.method == TickMethod::Scale)
        settings.factor = m_amount->value();
    else if (settings.method == TickMethod::Toward || settings.method == TickMethod::Attenuate)
        settings.share = m_amount->value();
    if (settings.method == TickMethod::Toward)
        settings.reference = m_folder;
    if (settings.method == TickMethod::Attenuate)
        settings.targets = QStringList{m_from->target(), m_toward->target()};
}

} // namespace cw
