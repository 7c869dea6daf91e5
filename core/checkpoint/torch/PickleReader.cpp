// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/torch/PickleReader.h"

#include "core/checkpoint/torch/PickleOpcode.h"

namespace cw {
namespace {

constexpr std::size_t deepestStack = 1'000'000;
constexpr std::size_t mostMarks = 10'000;

std::string inHexadecimal(std::uint8_t byte)
{
    constexpr char digits[] = "0123456789abcdef";
    return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

} // namespace

PickleValue PickleReader::read()
{
    for (;;) {
        const auto instruction = m_cursor.number<std::uint8_t>();
        if (instruction == opcode::stop)
            return pop();
        step(instruction);
        if (m_parts.areTooMany())
            tooMany();
    }
}

void PickleReader::step(std::uint8_t instruction)
{
    if (pushPlain(instruction) || join(instruction) || remember(instruction))
        return;
    switch (instruction) {
    case opcode::protocol: return checkProtocol();
    case opcode::global: return push(global());
    case opcode::persistentId: return push(storage(pop()));
    case opcode::reduce: {
        const PickleValue arguments = pop();
        return push(call(pop(), arguments));
    }
    case opcode::build:
        // What torch.save adds to a dict in this way is its versions, which nothing here depends on.
        pop();
        if (!top().is(PickleKind::Dict))
            damaged();
        return;
    default:
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "%1: its pickle has the instruction %2 at byte %3, which a file of "
                                               "tensors has no need of; have the weights saved as safetensors."),
                    {m_cursor.path(), inHexadecimal(instruction), std::to_string(m_cursor.position() - 1)});
    }
}

bool PickleReader::pushPlain(std::uint8_t instruction)
{
    const auto text = [this](std::int64_t length) { return PickleValue{PickleKind::Text, 0, m_cursor.take(length)}; };
    switch (instruction) {
    case opcode::none: push({}); return true;
    case opcode::newTrue: push({PickleKind::Bool, 1, {}}); return true;
    case opcode::newFalse: push({PickleKind::Bool, 0, {}}); return true;
    case opcode::int8: push({PickleKind::Int, m_cursor.number<std::uint8_t>(), {}}); return true;
    case opcode::int16: push({PickleKind::Int, m_cursor.number<quint16>(), {}}); return true;
    case opcode::int32: push({PickleKind::Int, m_cursor.number<qint32>(), {}}); return true;
    case opcode::longInt: push(wholeNumber(m_cursor.number<std::uint8_t>())); return true;
    case opcode::float64:
        m_cursor.take(sizeof(double));
        push({PickleKind::Float, 0, {}});
        return true;
    case opcode::unicode: push(text(m_cursor.number<quint32>())); return true;
    case opcode::shortString: push(text(m_cursor.number<std::uint8_t>())); return true;
    case opcode::string: push(text(m_cursor.number<qint32>())); return true;
    default: return false;
    }
}

bool PickleReader::join(std::uint8_t instruction)
{
    switch (instruction) {
    case opcode::mark:
        if (m_marks.size() >= mostMarks)
            tooMany();
        m_marks.push_back(m_stack.size());
        return true;
    case opcode::emptyTuple: push(m_parts.join(PickleKind::Tuple, {})); return true;
    case opcode::emptyList: push(m_parts.join(PickleKind::List, {})); return true;
    case opcode::emptyDict: push(m_parts.join(PickleKind::Dict, {})); return true;
    case opcode::tuple1: push(joinTop(1)); return true;
    case opcode::tuple2: push(joinTop(2)); return true;
    case opcode::tuple3: push(joinTop(3)); return true;
    case opcode::tuple: push(m_parts.join(PickleKind::Tuple, popToMark())); return true;
    case opcode::append:
    case opcode::appends:
    case opcode::setItem:
    case opcode::setItems: append(instruction); return true;
    default: return false;
    }
}

void PickleReader::append(std::uint8_t instruction)
{
    const bool isDict = instruction == opcode::setItem || instruction == opcode::setItems;
    std::vector<PickleValue> items;
    if (instruction == opcode::appends || instruction == opcode::setItems) {
        items = popToMark();
    } else {
        items.resize(isDict ? 2 : 1);
        for (auto item = items.rbegin(); item != items.rend(); ++item)
            *item = pop();
    }
    if (!top().is(isDict ? PickleKind::Dict : PickleKind::List) || (isDict && items.size() % 2 != 0))
        damaged();
    m_parts.append(top(), items.begin(), items.end());
}

bool PickleReader::remember(std::uint8_t instruction)
{
    switch (instruction) {
    case opcode::put: store(m_cursor.number<std::uint8_t>()); return true;
    case opcode::longPut: store(m_cursor.number<quint32>()); return true;
    case opcode::get: recall(m_cursor.number<std::uint8_t>()); return true;
    case opcode::longGet: recall(m_cursor.number<quint32>()); return true;
    default: return false;
    }
}

void PickleReader::store(std::size_t number)
{
    const PickleValue value = top();
    // They are numbered in a row, and each takes a byte at least.
    if (number > static_cast<std::size_t>(m_cursor.position() - m_begin))
        tooMany();
    if (number >= m_memo.size())
        m_memo.resize(number + 1);
    m_memo[number] = value;
}

void PickleReader::recall(std::size_t number)
{
    if (number >= m_memo.size())
        damaged();
    push(m_memo[number]);
}

void PickleReader::push(PickleValue value)
{
    if (m_stack.size() >= deepestStack)
        tooMany();
    m_stack.push_back(value);
}

PickleValue &PickleReader::top()
{
    if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back()))
        damaged();
    return m_stack.back();
}

PickleValue PickleReader::pop()
{
    const PickleValue value = top();
    m_stack.pop_back();
    return value;
}

std::vector<PickleValue> PickleReader::popToMark()
{
    if (m_marks.empty())
        damaged();
    const auto first = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<PickleValue> values(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    m_marks.pop_back();
    return values;
}

PickleValue PickleReader::joinTop(std::size_t count)
{
    std::vector<PickleValue> values(count);
    for (auto value = values.rbegin(); value != values.rend(); ++value)
        *value = pop();
    return m_parts.join(PickleKind::Tuple, std::move(values));
}

void PickleReader::damaged() const
{
    m_cursor.refuse(QT_TRANSLATE_NOOP("Error", "%1 is damaged: its pickle makes no sense at byte %2. Copy or download "
                                               "it again."));
}

void PickleReader::tooMany() const
{
    m_cursor.refuse(QT_TRANSLATE_NOOP("Error", "%1 is damaged: its pickle asks for more parts, up to byte %2, than any "
                                               "list of tensors has."));
}

} // namespace cw
