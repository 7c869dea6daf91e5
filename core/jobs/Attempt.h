// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Error.h"

#include <QString>
#include <tl/expected.hpp>
#include <type_traits>

namespace cw {

template <class T> using Result = tl::expected<T, Error>;

/// What was thrown, as an Error: our own as it is, exhausted memory as kind Memory, all else as kind Internal.
Error asError(const std::exception &thrown);

/// The sentence of an error in the language of the interface, its names and values filled in.
QString describe(const Error &error);

/// Runs f and turns whatever it throws into an Error. The one place that catches.
template <class F> auto attempt(F &&f) -> Result<std::invoke_result_t<F>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<F>>) {
            f();
            return {};
        } else {
            return f();
        }
    } catch (const std::exception &thrown) {
        return tl::unexpected<Error>(asError(thrown));
    }
}

/// The value of a result; throws its Error where it holds one.
template <class T> T valueOrThrow(Result<T> result)
{
    if (!result)
        throw Error(result.error());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace cw
