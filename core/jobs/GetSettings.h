// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

namespace cw {

/// Everything a person says about a model that is to be downloaded. The token is not among it: it is read from the
/// environment when it is needed.
struct GetSettings {
    QString model; ///< OWNER/NAME
    QString revision = QStringLiteral("main");
    QString into; ///< the folder that becomes the checkpoint; empty: the model's name, where the program was started
    QString hub;  ///< empty: usualHub()

    static const std::vector<Field<GetSettings>> &fields();

    /// Throws Error of kind Input when one of them cannot be what it should.
    void check() const;
    QString address() const; ///< of the hub
    QString folder() const;  ///< absolute
};

/// The address that the environment variable HF_ENDPOINT gives, else that of Hugging Face.
QString usualHub();

} // namespace cw
