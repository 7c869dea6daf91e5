// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/Vocabulary.h"

#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"

namespace cw {

Vocabulary::Vocabulary(const JsonPart &part)
{
    if (part.isArray()) {
        readList(part);
        return;
    }
    const QJsonObject object = part.object();
    if (object.isEmpty())
        part.failAsEmpty();
    m_ids.reserve(object.size());
    m_tokens.reserve(object.size());
    for (auto it = object.begin(); it != object.end(); ++it) {
        const std::int64_t id = it.value().toInteger(none);
        if (id < 0 || id > INT32_MAX)
            part.fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: in \"%2\" the id of \"%3\" is "
                                                 "not a whole number from 0 to 2147483647."),
                      it.key());
        const QString token = wellFormed(it.key());
        m_ids.insert(token, id);
        if (!m_tokens.contains(id))
            m_tokens.insert(id, token);
    }
}

void Vocabulary::readList(const JsonPart &part)
{
    const QJsonArray list = part.array();
    if (list.isEmpty())
        part.failAsEmpty();
    for (const QJsonValue token : list) {
        if (!token.isString())
            part.fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" is not a list of "
                                                 "texts."));
        append(wellFormed(token.toString()));
    }
}

void Vocabulary::append(const QString &token)
{
    const std::int64_t id = m_tokens.size();
    m_ids.insert(token, id);
    m_tokens.insert(id, token);
}

} // namespace cw
