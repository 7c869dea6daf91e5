// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/torch/ByteCursor.h"
#include "core/checkpoint/torch/PickleParts.h"

namespace cw {

/// Reads one pickle of the kind that torch.save writes for tensors. It runs nothing: it knows the instructions and
/// names that such a pickle needs, and refuses any other by its name.
class PickleReader {
public:
    PickleReader(ByteCursor &cursor, PickleParts &parts) : m_cursor(cursor), m_parts(parts), m_begin(cursor.position())
    {
    }

    /// The value, with the cursor behind it. Throws Error (Format, Unsupported) naming the file.
    PickleValue read();

private:
    void step(std::uint8_t instruction);
    bool pushPlain(std::uint8_t instruction);
    bool join(std::uint8_t instruction);
    bool remember(std::uint8_t instruction);
    void append(std::uint8_t instruction);

    void push(PickleValue value);
    PickleValue pop();
    PickleValue &top();
    std::vector<PickleValue> popToMark();
    PickleValue joinTop(std::size_t count);

    void checkProtocol();
    PickleValue wholeNumber(std::int64_t bytes);
    PickleValue global();
    PickleValue storage(const PickleValue &id);
    PickleValue call(const PickleValue &callee, const PickleValue &arguments);
    PickleValue orderedDict(const std::vector<PickleValue> &arguments);
    PickleValue tensor(const std::vector<PickleValue> &arguments, std::size_t least);
    std::vector<std::int64_t> sizes(const PickleValue &value) const;

    void store(std::size_t number);
    void recall(std::size_t number);
    [[noreturn]] void damaged() const;
    [[noreturn]] void tooMany() const;

    ByteCursor &m_cursor;
    PickleParts &m_parts;
    std::int64_t m_begin;
    std::vector<PickleValue> m_stack;
    std::vector<std::size_t> m_marks;
    std::vector<PickleValue> m_memo;
};

} // namespace cw
