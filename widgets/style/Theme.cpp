// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Theme.h"

#include "widgets/style/OutlinedStyle.h"

#include <QApplication>
#include <array>

namespace cw {

namespace {

struct Pair {
    QRgb light;
    QRgb dark;
};

Pair pairOf(Role role)
{
    switch (role) {
    case Role::Surface: return {0xffffffff, 0xff171a1f};
    case Role::Raised: return {0xfff1f3f6, 0xff262b32};
    case Role::Border: return {0xffd3d8df, 0xff3a414b};
    case Role::Text: return {0xff1c2128, 0xffe4e8ed};
    case Role::Muted: return {0xff5a6472, 0xff9ca7b4};
    case Role::Accent: return {0xff1f6a8c, 0xff5fb3d6};
    case Role::Subject: return {0xff8a4b00, 0xfff2b45c};
    case Role::SubjectFill: return {0xfffbe3bd, 0xff4d3714};
    case Role::TargetA: return {0xff1f6fae, 0xff62aee8};
    case Role::TargetB: return {0xffc4620a, 0xfff0a04b};
    case Role::Missing: return {0xffcdd3da, 0xff3c434d};
    case Role::Good: return {0xff1d7a4a, 0xff5cc48e};
    case Role::Warning: return {0xff8f5e00, 0xffe8b84a};
    case Role::Problem: return {0xffb3261e, 0xffff8a80};
    }
    return {0xff000000, 0xffffffff};
}

QColor pick(Role role, bool dark)
{
    const Pair pair = pairOf(role);
    return QColor::fromRgba(dark ? pair.dark : pair.light);
}

QPalette paletteOf(bool dark)
{
    const auto of = [dark](Role role) { return pick(role, dark); };
    const QColor window = QColor::fromRgba(dark ? 0xff1e2228 : 0xfff7f8fa);
    const QColor button = QColor::fromRgba(dark ? 0xff2b3038 : 0xfff3f5f7);
    QPalette palette(button, window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, of(Role::Text));
    palette.setColor(QPalette::Base, of(Role::Surface));
    palette.setColor(QPalette::AlternateBase, of(Role::Raised));
    palette.setColor(QPalette::Text, of(Role::Text));
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, of(Role::Text));
    palette.setColor(QPalette::BrightText, of(Role::Problem));
    palette.setColor(QPalette::ToolTipBase, of(Role::Raised));
    palette.setColor(QPalette::ToolTipText, of(Role::Text));
    palette.setColor(QPalette::PlaceholderText, of(Role::Muted));
    palette.setColor(QPalette::Link, of(Role::Accent));
    palette.setColor(QPalette::LinkVisited, of(Role::Accent));
    palette.setColor(QPalette::Highlight, of(Role::Accent));
    palette.setColor(QPalette::HighlightedText, dark ? window : QColor(Qt::white));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgba(dark ? 0xff6b7682 : 0xff98a1ac));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, of(Role::Border));
    return palette;
}

} // namespace

void applyTheme(Theme theme)
{
    if (!qobject_cast<OutlinedStyle *>(QApplication::style()))
        QApplication::setStyle(new OutlinedStyle);
    QApplication::setPalette(QPalette());
    const bool dark = theme == Theme::Dark || (theme == Theme::System && isDark(QApplication::palette()));
    QApplication::setPalette(paletteOf(dark));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QColor colour(Role role, const QPalette &palette)
{
    return pick(role, isDark(palette));
}

QColor lineColour(int index, const QPalette &palette)
{
    static constexpr std::array<Pair, 6> lines{{{0xff0072b2, 0xff56b4e9},
                                                {0xff7a7f87, 0xffb4bcc6},
                                                {0xffd55e00, 0xfff08a3c},
                                                {0xff009e73, 0xff3fc79d},
                                                {0xffb28a00, 0xfff0d54a},
                                                {0xffb0508a, 0xffe08fc0}}};
    const Pair pair = lines[static_cast<std::size_t>(index) % lines.size()];
    return QColor::fromRgba(isDark(palette) ? pair.dark : pair.light);
}

QFont smallFont(QFont font)
{
    font.setPointSizeF(std::max(7.0, font.pointSizeF() - 1));
    return font;
}

QPalette paperPalette()
{
    QPalette palette = paletteOf(false);
    palette.setColor(QPalette::Window, Qt::white);
    return palette;
}

} // namespace cw
