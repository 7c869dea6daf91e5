// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/StereoSetFile.h"

#include "core/checkpoint/JsonFile.h"
#include "core/data/sets/TextLines.h"
#include "core/engine/Error.h"

#include <QJsonArray>
#include <QSet>

namespace cw {
namespace {

/// One item that is read, for its errors.
class ItemReader {
public:
    ItemReader(const QString &path, std::size_t number) : m_path(path), m_number(number) {}

    StereoSetItem item(const QJsonObject &object) const
    {
        StereoSetItem item;
        item.id = text(object, "id");
        item.term = text(object, "target");
        item.context = text(object, "context");
        const QJsonArray sentences = object[QLatin1String("sentences")].toArray();
        for (const QJsonValue value : sentences) {
            const QJsonObject sentence = value.toObject();
            const int label = labelOf(text(sentence, "gold_label"));
            const auto place = static_cast<std::size_t>(label);
            item.sentences[place] = text(sentence, "sentence");
            item.ids[place] = text(sentence, "id");
            item.fillers[place] = filler(item.context, item.sentences[place]);
        }
        for (const QString &sentence : item.sentences)
            if (sentence.isEmpty() || sentences.size() != 3)
                refuse(QT_TRANSLATE_NOOP("Error", "%1, item %2 needs one sentence of each label."));
        return item;
    }

    [[noreturn]] void refuse(const char *sentence, const QString &name = {}) const
    {
        throw Error(Error::Kind::Format, sentence,
                    {m_path.toStdString(), std::to_string(m_number), name.toStdString()});
    }

private:
    QString text(const QJsonObject &object, const char *key) const
    {
        const QString text = object[QLatin1String(key)].toString();
        if (text.isEmpty())
            refuse(QT_TRANSLATE_NOOP("Error", "%1, item %2 has no text \"%3\"."), QLatin1String(key));
        return text;
    }

    int labelOf(const QString &label) const
    {
        static const QStringList labels{QStringLiteral("stereotype"), QStringLiteral("anti-stereotype"),
                                        QStringLiteral("unrelated")};
        const qsizetype place = labels.indexOf(label);
        if (place < 0)
            refuse(QT_TRANSLATE_NOOP("Error", "%1, item %2 has the unknown label \"%3\": stereotype, anti-stereotype "
                                              "and unrelated are known."),
                   label);
        return static_cast<int>(place);
    }

    /// The word of the sentence that stands where the context's last word with BLANK does: the official rule.
    QString filler(const QString &context, const QString &sentence) const
    {
        const QStringList words = context.split(u' ');
        qsizetype place = words.size() - 1;
        while (place >= 0 && !words[place].contains(QLatin1String("BLANK")))
            --place;
        QString filler;
        for (const QChar c : place < 0 ? QString() : sentence.split(u' ').value(place)) {
            const char latin = c.unicode() < 128 ? static_cast<char>(c.unicode()) : 'a';
            const bool isPunctuation = latin > ' ' && latin < 127 && !c.isLetterOrNumber();
            if (!isPunctuation)
                filler += c;
        }
        if (filler.isEmpty())
            refuse(QT_TRANSLATE_NOOP("Error", "%1, item %2: \"%3\" has no word where the context has BLANK."),
                   sentence);
        return filler;
    }

    const QString &m_path;
    std::size_t m_number;
};

} // namespace

std::vector<StereoSetItem> readStereoSet(const QString &path)
{
    const QJsonObject file = parseJsonObject(readText(path).toUtf8(), path);
    const QJsonArray entries = file[QLatin1String("data")].toObject()[QLatin1String("intrasentence")].toArray();
    std::vector<StereoSetItem> items;
    QSet<QString> ids;
    std::size_t number = 0;
    for (const QJsonValue entry : entries) {
        const ItemReader reader(path, ++number);
        const QJsonObject object = entry.toObject();
        if (!object.contains(QLatin1String("bias_type")))
            reader.refuse(QT_TRANSLATE_NOOP("Error", "%1, item %2 has no text \"%3\"."), QStringLiteral("bias_type"));
        if (object[QLatin1String("bias_type")] != QLatin1String("gender"))
            continue;
        items.push_back(reader.item(object));
        if (ids.contains(items.back().id))
            reader.refuse(QT_TRANSLATE_NOOP("Error", "%1, item %2: the id \"%3\" comes twice."), items.back().id);
        ids.insert(items.back().id);
    }
    if (items.empty())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 has no items on gender under \"data\", \"intrasentence\"."),
                    {path.toStdString()});
    return items;
}

} // namespace cw
