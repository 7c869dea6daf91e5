// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/SpokenValue.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace cw {

namespace {

/// The accessible side of a painted view: a chart with a text value.
class SpokenView final : public QAccessibleWidget {
public:
    SpokenView(QWidget *view, const SpokenValue *value) : QAccessibleWidget(view, QAccessible::Chart), m_value(value) {}

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_value->spokenValue() : QAccessibleWidget::text(kind);
    }

private:
    const SpokenValue *m_value;
};

QAccessibleInterface *spokenView(const QString &, QObject *object)
{
    const auto *value = dynamic_cast<SpokenValue *>(object);
    return value ? new SpokenView(static_cast<QWidget *>(object), value) : nullptr;
}

} // namespace

SpokenValue::~SpokenValue() = default;

void SpokenValue::announce(QWidget *view) const
{
    QAccessibleValueChangeEvent event(view, spokenValue());
    QAccessible::updateAccessibility(&event);
}

void SpokenValue::makeSpoken()
{
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(spokenView), true);
}

} // namespace cw
