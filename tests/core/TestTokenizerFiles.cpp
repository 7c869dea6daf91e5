// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Tokenizer.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <functional>

using namespace cw;

namespace {

QJsonObject json(const QString &path)
{
    return QJsonDocument::fromJson(test::read(path)).object();
}

/// A tokenizer.json with one part changed.
struct Changed {
    Changed(const QString &name, const std::function<void(QJsonObject &)> &change)
    {
        QJsonObject file = json(test::fixture(u"tokenizers/" + name + u"/tokenizer.json"));
        change(file);
        write(QJsonDocument(file).toJson());
    }
    explicit Changed(const QByteArray &bytes) { write(bytes); }

    void write(const QByteArray &bytes) const
    {
        if (!test::write(folder.filePath(QStringLiteral("tokenizer.json")), bytes))
            qFatal("the temporary folder cannot be written");
    }
    std::shared_ptr<const Tokenizer> open() const { return Tokenizer::open(folder.path()); }
    QString complaint() const
    {
        return test::thrown([this] { open(); });
    }

    QTemporaryDir folder;
};

std::function<void(QJsonObject &)> inModel(const QString &key, const QJsonValue &value)
{
    return [key, value](QJsonObject &file) {
        QJsonObject model = file.value(u"model").toObject();
        if (value.isUndefined())
            model.remove(key);
        else
            model.insert(key, value);
        file.insert(QStringLiteral("model"), model);
    };
}

} // namespace

class TestTokenizerFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unusableFilesAreRefused_data();
    void unusableFilesAreRefused();
    void aMissingFileIsNamed();
    void brokenBytesAreRefused();
    void aWordThatIsNotListedIsRefusedWithoutAnUnknownToken();
    void textsThatGrowWithoutEndAreRefused_data();
    void textsThatGrowWithoutEndAreRefused();
    void tokensThatGrowWithoutEndAreRefused();
    void anExpressionThatBacktracksForEverGivesUp();
    void endlessNestingIsRefused();
    void theMaskIsFoundByItsName();
    void theMaskIsTheOneTheFilesBesideName_data();
    void theMaskIsTheOneTheFilesBesideName();
    void brokenFilesBesideAreRefused();
};

void TestTokenizerFiles::unusableFilesAreRefused_data()
{
    using Change = std::function<void(QJsonObject &)>;
    QTest::addColumn<QString>("name");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("named");
    const auto set = [](const QString &key, const QJsonValue &value) {
        return Change([key, value](QJsonObject &file) { file.insert(key, value); });
    };
    const auto row = [](const char *title, const char *name, const Change &change, const char *kind,
                        const char *named) {
        QTest::newRow(title) << QString::fromLatin1(name) << change << QString::fromLatin1(kind)
                             << QString::fromLatin1(named);
    };
    const auto type = [](const char *text) { return QJsonObject{{QStringLiteral("type"), QLatin1String(text)}}; };
    const auto key = [](const char *text) { return QString::fromLatin1(text); };
    const QJsonValue missing(QJsonValue::Undefined);
    row("no model", "gpt2", set(key("model"), QJsonValue::Null), "Format", "\"model\"");
    row("no vocabulary", "gpt2", inModel(key("vocab"), missing), "Format", "\"model.vocab\"");
    row("empty vocabulary", "gpt2", inModel(key("vocab"), QJsonObject()), "Format", "\"model.vocab\"");
    row("no merges", "gpt2", inModel(key("merges"), missing), "Format", "\"model.merges\"");
    row("merges of another type", "gpt2", inModel(key("merges"), 7), "Format", "\"model.merges\"");
    row("merge of a number", "gpt2", inModel(key("merges"), QJsonArray{5}), "Format", "entry 0");
    row("merge of one", "gpt2", inModel(key("merges"), QJsonArray{QStringLiteral("ab")}), "Format", "\"ab\"");
    row("merge of unknown tokens", "gpt2", inModel(key("merges"), QJsonArray{QStringLiteral("qqq zzz")}), "Format",
        "\"qqq\"");
    row("merge into an unknown token", "gpt2", inModel(key("merges"), QJsonArray{QStringLiteral("! \"")}), "Format",
        "\"!\"\"");
    row("negative id", "gpt2", inModel(key("vocab"), QJsonObject{{key("a"), -1}}), "Format", "\"a\"");
    row("huge id", "gpt2", inModel(key("vocab"), QJsonObject{{key("a"), 1e300}}), "Format", "\"a\"");
    row("broken id", "gpt2", inModel(key("vocab"), QJsonObject{{key("a"), 1.5}}), "Format", "\"a\"");
    row("id that is a text", "gpt2", inModel(key("vocab"), QJsonObject{{key("a"), key("1")}}), "Format", "\"a\"");
    row("flag that is a text", "gpt2", inModel(key("byte_fallback"), key("yes")), "Format", "byte_fallback");
    row("unknown token that is unknown", "gpt2", inModel(key("unk_token"), key("<none>")), "Format", "<none>");
    row("unknown model", "gpt2", inModel(key("type"), key("Magic")), "Unsupported", "Magic");
    row("type that is a number", "gpt2", inModel(key("type"), 1), "Format", "model.type");
    row("unknown normalizer", "gpt2", set(key("normalizer"), type("Magic")), "Unsupported", "Magic");
    row("unknown pre-tokenizer", "gpt2", set(key("pre_tokenizer"), type("Magic")), "Unsupported", "Magic");
    row("unknown post-processor", "gpt2", set(key("post_processor"), type("Magic")), "Unsupported", "Magic");
    row("unknown decoder", "gpt2", set(key("decoder"), type("Magic")), "Unsupported", "Magic");
    row("part that is a list", "gpt2", set(key("normalizer"), QJsonArray()), "Format", "\"normalizer\"");
    row("sequence without steps", "gpt2", set(key("decoder"), type("Sequence")), "Format", "decoder.decoders");
    row(
        "template without its token", "llama",
        [](QJsonObject &file) {
            QJsonObject post = file.value(u"post_processor").toObject();
            post.insert(QStringLiteral("special_tokens"), QJsonObject());
            file.insert(QStringLiteral("post_processor"), post);
        },
        "Format", "post_processor.special_tokens.<s>");
    row("pattern that is none", "next",
        set(key("pre_tokenizer"),
            QJsonDocument::fromJson(R"({"type":"Split","pattern":{"Regex":"(["},"behavior":"Isolated"})").object()),
        "Format", "pre_tokenizer.pattern");
    row("unknown behaviour", "next",
        set(key("pre_tokenizer"),
            QJsonDocument::fromJson(R"({"type":"Split","pattern":{"String":" "},"behavior":"Burned"})").object()),
        "Unsupported", "Burned");
    row("unigram without tokens", "trained/t5", inModel(key("vocab"), QJsonArray()), "Format",
        "\"model.vocab\" is empty");
    row("unigram token without a score", "trained/t5", inModel(key("vocab"), QJsonArray{QJsonArray{key("a")}}),
        "Format", "entry 0");
    row("unigram score that is a text", "trained/t5",
        inModel(key("vocab"), QJsonArray{QJsonArray{key("a"), -1}, QJsonArray{key("b"), key("c")}}), "Format",
        "entry 1");
    row("unknown id outside", "trained/t5", inModel(key("unk_id"), 99999), "Format", "model.unk_id");
    row("unknown id that is huge", "trained/t5", inModel(key("unk_id"), 1e300), "Format", "model.unk_id");
    row("word pieces that are numbers", "trained/bert-cased", inModel(key("vocab"), QJsonArray{1}), "Format",
        "not a list of texts");
    row("word without end", "trained/bert-cased", inModel(key("max_input_chars_per_word"), 1e12), "Format",
        "max_input_chars_per_word");
    row("token of millions of characters", "trained/bert-cased",
        inModel(key("vocab"), QJsonObject{{QString(17000000, u'a'), 0}}), "Format", "more text");
    row("added token of millions of characters", "gpt2",
        set(key("added_tokens"), QJsonArray{QJsonObject{{key("id"), 1}, {key("content"), QString(17000000, u'a')}}}),
        "Format", "\"added_tokens\" holds more text");
    for (const QString &table :
         {key(""), key("AAAA"), key("no base 64!"), key("/////w=="), key("BAAAAAAAAAD/"), key("BQAAAAAAAAAA")})
        row(qPrintable(u"table of replacements " + table), "gpt2",
            set(key("normalizer"),
                QJsonObject{{key("type"), key("Precompiled")}, {key("precompiled_charsmap"), table}}),
            "Format", "normalizer.precompiled_charsmap");
    row("endless prefix", "gpt2",
        set(key("normalizer"), QJsonObject{{key("type"), key("Prepend")}, {key("prepend"), QString(5000, u'a')}}),
        "Format", "normalizer.prepend");
    row("space that is a word", "metaspace",
        set(key("pre_tokenizer"), QJsonObject{{key("type"), key("Metaspace")}, {key("replacement"), key("ab")}}),
        "Format", "pre_tokenizer.replacement");
    row("space that is nothing", "metaspace",
        set(key("pre_tokenizer"), QJsonObject{{key("type"), key("Metaspace")}, {key("replacement"), QString()}}),
        "Format", "pre_tokenizer.replacement");
    const auto split = [&](const QString &expression) {
        return set(key("pre_tokenizer"), QJsonObject{{key("type"), key("Split")},
                                                     {key("pattern"), QJsonObject{{key("Regex"), expression}}},
                                                     {key("behavior"), key("Isolated")}});
    };
    row("expression without end", "next", split(QString(20000, u'a')), "Format", "longer than it can be");
    row("class without end", "next", split(key("[a-z")), "Format", "cannot be understood");
    row("classes that PCRE cannot express", "next", split(key("[a[b&&c]]")), "Format", "cannot be understood");
    row("class without a meaning", "next", split(key("[[:magic:]]")), "Format", "magic");
    row("expression that is too large", "next", split(key("(((a{1000}){1000}){1000})")), "Format", "too large");
    row("delimiter that is a number", "next",
        set(key("pre_tokenizer"), QJsonObject{{key("type"), key("CharDelimiterSplit")}, {key("delimiter"), 3}}),
        "Format", "pre_tokenizer.delimiter");
    row("merge of endless spaces", "gpt2", inModel(key("merges"), QJsonArray{QString(100000, u' ')}), "Format",
        "is not a pair");
    row("added token without text", "gpt2", set(key("added_tokens"), QJsonArray{QJsonObject{{key("id"), 1}}}), "Format",
        "added_tokens.0.content");
    row("added token with a huge id", "gpt2",
        set(key("added_tokens"), QJsonArray{QJsonObject{{key("id"), 1e18}, {key("content"), key("<x>")}}}), "Format",
        "added_tokens.0.id");
    row("added tokens that are a text", "gpt2", set(key("added_tokens"), key("<s>")), "Format", "\"added_tokens\"");
}

void TestTokenizerFiles::unusableFilesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(std::function<void(QJsonObject &)>, change);
    QFETCH(QString, kind);
    QFETCH(QString, named);
    const Changed file(name, change);
    const QString complaint = file.complaint();
    QVERIFY2(complaint.startsWith(QString(kind + u": ")), qPrintable(complaint));
    QVERIFY2(complaint.contains(named), qPrintable(complaint));
    QVERIFY2(complaint.contains(file.folder.filePath(QStringLiteral("tokenizer.json"))), qPrintable(complaint));
}

void TestTokenizerFiles::aMissingFileIsNamed()
{
    const QTemporaryDir folder;
    const QString complaint = test::thrown([&] { Tokenizer::open(folder.path()); });
    QVERIFY2(complaint.startsWith(u"File: ") && complaint.contains(folder.path()) && complaint.contains(u"vocab.txt"),
             qPrintable(complaint));
}

void TestTokenizerFiles::brokenBytesAreRefused()
{
    const QByteArray whole = test::read(test::fixture(QStringLiteral("tokenizers/words/tokenizer.json")));
    QVERIFY(!whole.isEmpty());
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("[]"), QByteArray("{"), QByteArray(5000, '['), whole.left(whole.size() / 2)}) {
        const QString complaint = Changed(bytes).complaint();
        QVERIFY2(complaint.startsWith(u"Format: ") && complaint.contains(u"tokenizer.json"), qPrintable(complaint));
    }
}

void TestTokenizerFiles::aWordThatIsNotListedIsRefusedWithoutAnUnknownToken()
{
    const auto tokenizer =
        Changed(QStringLiteral("words"), inModel(QStringLiteral("unk_token"), QStringLiteral("<none>"))).open();
    QCOMPARE(tokenizer->encode(QStringLiteral("nurse"), false).ids.size(), std::size_t{1});
    const QString complaint = test::thrown([&] { tokenizer->encode(QStringLiteral("the zyx")); });
    QVERIFY2(complaint.startsWith(u"Input: \"zyx\""), qPrintable(complaint));
}

void TestTokenizerFiles::textsThatGrowWithoutEndAreRefused_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("list");
    QTest::newRow("replacements") << QStringLiteral("normalizer")
                                  << QByteArray(R"({"type":"Replace","pattern":{"String":"a"},"content":"aaaaaaaa"})")
                                  << QStringLiteral("normalizers");
    QTest::newRow("bytes") << QStringLiteral("pre_tokenizer") << QByteArray(R"({"type":"ByteLevel","use_regex":false})")
                           << QStringLiteral("pretokenizers");
    QTest::newRow("bytes by the normalizer")
        << QStringLiteral("normalizer") << QByteArray(R"({"type":"ByteLevel"})") << QStringLiteral("normalizers");
}

void TestTokenizerFiles::textsThatGrowWithoutEndAreRefused()
{
    QFETCH(QString, part);
    QFETCH(QByteArray, step);
    QFETCH(QString, list);
    QJsonArray steps;
    for (int i = 0; i < 60; ++i)
        steps += QJsonDocument::fromJson(step).object();
    const auto tokenizer =
        Changed(QStringLiteral("words"), [&](QJsonObject &file) {
            file.insert(part, QJsonObject{{QStringLiteral("type"), QStringLiteral("Sequence")}, {list, steps}});
        }).open();
    const QString complaint = test::thrown([&] { tokenizer->encode(QStringLiteral("abab \u00e9\u00e9")); });
    QVERIFY2(complaint.startsWith(u"Format: The tokenizer makes a text"), qPrintable(complaint));
}

void TestTokenizerFiles::tokensThatGrowWithoutEndAreRefused()
{
    const QByteArray step = R"({"type":"Replace","pattern":{"String":"e"},"content":"eeee"})";
    QJsonArray steps;
    for (int i = 0; i < 60; ++i)
        steps += QJsonDocument::fromJson(step).object();
    const auto tokenizer =
        Changed(QStringLiteral("words"), [&](QJsonObject &file) {
            file.insert(QStringLiteral("decoder"), QJsonObject{{QStringLiteral("type"), QStringLiteral("Sequence")},
                                                               {QStringLiteral("decoders"), steps}});
        }).open();
    const std::vector<std::int64_t> ids = tokenizer->encode(QStringLiteral("the nurse")).ids;
    const QString complaint = test::thrown([&] { tokenizer->decode(ids); });
    QVERIFY2(complaint.startsWith(u"Format: The tokenizer makes a text"), qPrintable(complaint));
}

void TestTokenizerFiles::anExpressionThatBacktracksForEverGivesUp()
{
    const QByteArray split = R"({"type":"Split","pattern":{"Regex":"(a+)+$"},"behavior":"Isolated"})";
    const auto tokenizer = Changed(QStringLiteral("words"), [&](QJsonObject &file) {
                               file.insert(QStringLiteral("pre_tokenizer"), QJsonDocument::fromJson(split).object());
                           }).open();
    QCOMPARE(tokenizer->encode(QStringLiteral("aaaa"), false).ids.size(), std::size_t{1});
    const QString complaint = test::thrown([&] { tokenizer->encode(QString(QString(60, u'a') + u'!')); });
    QVERIFY2(complaint.startsWith(u"Format: The tokenizer's expression \"(a+)+$\""), qPrintable(complaint));
}

void TestTokenizerFiles::endlessNestingIsRefused()
{
    QByteArray part = "null";
    for (int depth = 0; depth < 3000; ++depth)
        part = R"({"type":"Sequence","normalizers":[)" + part + "]}";
    const QString complaint = Changed(QByteArray("{\"normalizer\":" + part + "}")).complaint();
    QVERIFY2(complaint.startsWith(u"Format: ") && complaint.contains(u"tokenizer.json"), qPrintable(complaint));
}

void TestTokenizerFiles::theMaskIsFoundByItsName()
{
    const auto roberta = Tokenizer::open(test::fixture(QStringLiteral("tokenizers/roberta")));
    QVERIFY(roberta->maskId());
    QCOMPARE(roberta->token(*roberta->maskId()), QStringLiteral("<mask>"));
    const std::vector<std::int64_t> ids = roberta->encode(QStringLiteral("The <mask> said")).ids;
    QVERIFY(std::find(ids.begin(), ids.end(), *roberta->maskId()) != ids.end());
    QVERIFY(!Tokenizer::open(test::fixture(QStringLiteral("tokenizers/gpt2")))->maskId());
}

void TestTokenizerFiles::theMaskIsTheOneTheFilesBesideName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("settings") << QStringLiteral("tokenizer_config.json") << QByteArray(R"({"mask_token": "nurse"})");
    QTest::newRow("settings, as an object") << QStringLiteral("tokenizer_config.json")
                                            << QByteArray(R"({"mask_token": {"content": "nurse", "lstrip": false}})");
    QTest::newRow("map") << QStringLiteral("special_tokens_map.json") << QByteArray(R"({"mask_token": "nurse"})");
}

void TestTokenizerFiles::theMaskIsTheOneTheFilesBesideName()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const Changed file(QStringLiteral("words"), [](QJsonObject &) {});
    QVERIFY(test::write(file.folder.filePath(name), bytes));
    const auto tokenizer = file.open();
    QVERIFY(tokenizer->maskId());
    QCOMPARE(tokenizer->token(*tokenizer->maskId()), QStringLiteral("nurse"));
    // As a special token it is found inside a word, and no text when it is read back.
    const std::vector<std::int64_t> ids = tokenizer->encode(QStringLiteral("thenursethe"), false).ids;
    QCOMPARE(ids.size(), std::size_t{3});
    QCOMPARE(ids[1], *tokenizer->maskId());
    QCOMPARE(tokenizer->decode(ids), QStringLiteral("the the"));
}

void TestTokenizerFiles::brokenFilesBesideAreRefused()
{
    const Changed file(QStringLiteral("words"), [](QJsonObject &) {});
    for (const char *name : {"tokenizer_config.json", "special_tokens_map.json", "added_tokens.json", "config.json"}) {
        const QString path = file.folder.filePath(QString::fromLatin1(name));
        QVERIFY(test::write(path, "{\"mask_token\""));
        QVERIFY2(file.complaint().startsWith(u"Format: ") && file.complaint().contains(path), name);
        QVERIFY(QFile::remove(path));
    }
    QVERIFY(test::write(file.folder.filePath(QStringLiteral("tokenizer_config.json")), R"({"mask_token": 7})"));
    QVERIFY2(file.complaint().contains(u"\"mask_token\""), qPrintable(file.complaint()));
}

QTEST_GUILESS_MAIN(TestTokenizerFiles)
#include "TestTokenizerFiles.moc"
