// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace cw {

/// What a painted view tells a screen reader: inherit it beside QWidget and call announce() when the value changes.
class SpokenValue {
public:
    virtual ~SpokenValue();
    /// The current value in words.
    virtual QString spokenValue() const = 0;

protected:
    /// Tells assistive technology that the value of view has changed.
    void announce(QWidget *view) const;
    /// Lets Qt find the value of views such as this one; call it in the constructor.
    static void makeSpoken();
};

} // namespace cw
