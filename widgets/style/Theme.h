// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace cw {

/// How the window is coloured: as the system's palette is, or always light or dark.
enum class Theme { System, Light, Dark };

/// What a colour is for. Views ask for roles, never for colours, so that both themes fit everywhere.
enum class Role {
    Surface, ///< behind plots and cards
    Raised,  ///< chips, cards and strips on a surface
    Border,  ///< hair lines between parts
    Text,
    Muted,   ///< secondary text: units, axes, hints
    Accent,  ///< selection and the main action
    Subject, ///< the marked subject
    SubjectFill,
    TargetA, ///< first target of a pair
    TargetB, ///< second target
    Missing, ///< hatching of cells that were not computed
    Good,
    Warning,
    Problem,
};

/// Gives the application the Fusion style and the palette of a theme. System asks the system's palette for its
/// lightness.
void applyTheme(Theme theme);

/// True where the palette has light text on a dark ground.
bool isDark(const QPalette &palette);

QColor colour(Role role, const QPalette &palette);

/// Colour of line number index in a plot: six that people with colour-blindness can tell apart (after Okabe and Ito).
QColor lineColour(int index, const QPalette &palette);

/// The same a little smaller, for what stands below a title.
QFont smallFont(QFont font);

/// The palette of pictures that leave the program: light, whatever the window shows.
QPalette paperPalette();

} // namespace cw
