// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>
#include <optional>

static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace cw {

namespace {

QByteArray drawing(const QString &name)
{
    [[maybe_unused]] static const bool registered = (registerIcons(), true);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Paints one SVG drawing in a colour of the palette that holds at that moment.
class DrawnIcon final : public QIconEngine {
public:
    DrawnIcon(QByteArray drawing, std::optional<Role> role) : m_drawing(std::move(drawing)), m_role(role) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray coloured = m_drawing;
        coloured.replace("currentColor", inkFor(mode).name().toLatin1());
        QSvgRenderer renderer(coloured);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new DrawnIcon(*this); }

private:
    QColor inkFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return colour(m_role.value_or(Role::Text), palette);
    }

    QByteArray m_drawing;
    std::optional<Role> m_role;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new DrawnIcon(drawing(name), std::nullopt));
}

QIcon icon(const QString &name, Role role)
{
    return QIcon(new DrawnIcon(drawing(name), role));
}

} // namespace cw
