// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Error.h"
#include "core/jobs/Attempt.h"
#include "core/jobs/Fields.h"
#include "core/jobs/JobFile.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

namespace {

enum class Fruit { Apple, Pear };

struct Basket {
    QString owner;
    int count = 3;
    Fruit fruit = Fruit::Apple;
    QStringList notes;
    double weight = 1;
    QStringList marks;

    static const std::vector<cw::Field<Basket>> &fields()
    {
        using cw::FieldForm;
        static const std::vector<cw::Field<Basket>> table{
            cw::textField({"owner", FieldForm::Place, "OWNER", "Whose it is."}, &Basket::owner),
            cw::wholeField({"count", FieldForm::Number, "N", "How many."}, &Basket::count, 0, 9),
            cw::choiceField({"fruit", FieldForm::Text, "apple|pear", "Which."}, &Basket::fruit,
                            {QStringLiteral("apple"), QStringLiteral("pear")}),
            {{"notes", FieldForm::Words, "A,B", "Said about it.", "note"},
             [](const Basket &s) { return QJsonArray::fromStringList(s.notes); },
             [](Basket &s, const QJsonValue &value) { s.notes = cw::textsOf("notes", value); }},
            cw::numberField({"weight", FieldForm::Number, "W", "How heavy."}, &Basket::weight, 0, 2.5),
            {{"mark", FieldForm::Texts, "M", "On it."},
             [](const Basket &s) { return QJsonArray::fromStringList(s.marks); },
             [](Basket &s, const QJsonValue &value) { s.marks = cw::textsOf("mark", value); }},
        };
        return table;
    }
};

Basket parsed(const QStringList &arguments)
{
    QCommandLineParser parser;
    cw::addOptions<Basket>(parser);
    if (!parser.parse(QStringList{QStringLiteral("program")} + arguments))
        throw cw::Error(cw::Error::Kind::Input, "%1", {parser.errorText().toStdString()});
    return cw::fromCommandLine<Basket>(parser);
}

QString refusal(const QJsonObject &object)
{
    const auto result = cw::attempt([&] { return cw::fromJson<Basket>(object); });
    if (result || result.error().kind() != cw::Error::Kind::Input)
        return QStringLiteral("accepted");
    return cw::describe(result.error());
}

} // namespace

class TestFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonComesBackAsItWas();
    void whatIsNotSaidHasItsDefault();
    void anUnknownKeyIsNamed();
    void aWrongValueIsNamed_data();
    void aWrongValueIsNamed();
    void argumentsComeBackAsTheyWere_data();
    void argumentsComeBackAsTheyWere();
    void bothFormsOfOneSettingAreRefused();
    void aNumberThatIsNoneIsRefused();
    void defaultsAreLeftOutOfACommand();
    void aShellReadsACommandBack_data();
    void aShellReadsACommandBack();
    void aJobFileIsReadBack();
    void aBadJobFileIsRefused_data();
    void aBadJobFileIsRefused();
};

void TestFields::jsonComesBackAsItWas()
{
    const Basket basket{QStringLiteral("Ann"), 7, Fruit::Pear, {QStringLiteral(" a, b"), QString()}, 0.1, {QString()}};
    QVERIFY(cw::areEqual(cw::fromJson<Basket>(cw::toJson(basket)), basket));
    QVERIFY(!cw::areEqual(basket, Basket{}));
}

void TestFields::whatIsNotSaidHasItsDefault()
{
    QVERIFY(cw::areEqual(cw::fromJson<Basket>({}), Basket{}));
    QVERIFY(cw::areEqual(parsed({}), Basket{}));
}

void TestFields::anUnknownKeyIsNamed()
{
    const QString sentence = refusal({{QStringLiteral("colour"), 1}});
    QVERIFY2(sentence.contains(QStringLiteral("no setting colour")), qPrintable(sentence));
    QVERIFY(sentence.contains(QStringLiteral("owner, count, fruit, notes")));
}

void TestFields::aWrongValueIsNamed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("text") << QStringLiteral("owner") << QJsonValue(1);
    QTest::newRow("no number") << QStringLiteral("count") << QJsonValue(QStringLiteral("3"));
    QTest::newRow("no whole number") << QStringLiteral("count") << QJsonValue(1.5);
    QTest::newRow("too small") << QStringLiteral("count") << QJsonValue(-1);
    QTest::newRow("too large") << QStringLiteral("count") << QJsonValue(1e300);
    QTest::newRow("null") << QStringLiteral("count") << QJsonValue();
    QTest::newRow("no choice") << QStringLiteral("fruit") << QJsonValue(QStringLiteral("plum"));
    QTest::newRow("no list") << QStringLiteral("notes") << QJsonValue(QStringLiteral("a"));
    QTest::newRow("list of numbers") << QStringLiteral("notes") << QJsonValue(QJsonArray{1});
}

void TestFields::aWrongValueIsNamed()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    const QString sentence = refusal({{key, value}});
    QVERIFY2(sentence.startsWith(QStringLiteral("The setting ") + key), qPrintable(sentence));
}

void TestFields::argumentsComeBackAsTheyWere_data()
{
    QTest::addColumn<QStringList>("notes");
    QTest::newRow("none") << QStringList{};
    QTest::newRow("one") << QStringList{QStringLiteral(" he")};
    QTest::newRow("two") << QStringList{QStringLiteral(" he"), QStringLiteral(" she")};
    QTest::newRow("with commas") << QStringList{QStringLiteral("a,b"), QStringLiteral("--count")};
    QTest::newRow("quotes") << QStringList{QStringLiteral("it's \"so\""), QStringLiteral("$HOME\n`ls`")};
}

void TestFields::argumentsComeBackAsTheyWere()
{
    QFETCH(QStringList, notes);
    for (const char *owner : {"Ann", "- Ann", "--"}) {
        const Basket basket{QLatin1String(owner), 4, Fruit::Pear, notes, 0.25, notes};
        QVERIFY(cw::areEqual(parsed(cw::toArguments(basket)), basket));
    }
}

void TestFields::bothFormsOfOneSettingAreRefused()
{
    const auto result = cw::attempt([] {
        return parsed(
            {QStringLiteral("--notes"), QStringLiteral("a,b"), QStringLiteral("--note"), QStringLiteral("c")});
    });
    QVERIFY(!result);
    QCOMPARE(cw::describe(result.error()), QStringLiteral("Give either --notes or --note, not both."));
}

void TestFields::aNumberThatIsNoneIsRefused()
{
    for (const char *text : {"", "x", "1e999", "nan"}) {
        const auto result = cw::attempt([&] { return parsed({QStringLiteral("--count"), QLatin1String(text)}); });
        QVERIFY2(!result, text);
        QCOMPARE(result.error().kind(), cw::Error::Kind::Input);
    }
    QCOMPARE(parsed({QStringLiteral("--count"), QStringLiteral("5")}).count, 5);
    QCOMPARE(parsed({QStringLiteral("--weight"), QStringLiteral("2.5")}).weight, 2.5);
    QCOMPARE(refusal({{QStringLiteral("weight"), 3}}),
             QStringLiteral("The setting weight must be a number from 0 to 2.5, not 3."));
}

void TestFields::defaultsAreLeftOutOfACommand()
{
    Basket basket;
    basket.owner = QStringLiteral("Ann");
    QCOMPARE(cw::toArguments(basket), QStringList{QStringLiteral("Ann")});
    basket.count = 4;
    QCOMPARE(cw::shellLine(cw::toArguments(basket)), QStringLiteral("Ann --count 4"));
}

void TestFields::aShellReadsACommandBack_data()
{
    QTest::addColumn<QString>("argument");
    for (const char *text : {"", "plain", " he, she", "it's", "''", "$(ls) `ls` \\ !", "a\nb", "\"", "*?[a]", "~/x"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("not ASCII") << QStringLiteral("Zo\u00eb said \u2019na\u2019");
}

void TestFields::aShellReadsACommandBack()
{
    QFETCH(QString, argument);
    QProcess shell;
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), QStringLiteral("printf %s. ") + cw::shellLine({argument})});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), QString(argument + QLatin1Char('.')));
}

void TestFields::aJobFileIsReadBack()
{
    const cw::JobFile file{QStringLiteral("trace"), {{QStringLiteral("seed"), 4}}};
    const cw::JobFile read = cw::JobFile::read(file.text(), QStringLiteral("job.json"));
    QCOMPARE(read.job, file.job);
    QCOMPARE(read.settings, file.settings);
}

void TestFields::aBadJobFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("job.json");
    QTest::newRow("cut off") << QByteArray("{\"job\":") << QStringLiteral("job.json");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("job.json");
    QTest::newRow("no job") << QByteArray("{\"settings\":{}}") << QStringLiteral("job");
    QTest::newRow("unknown job") << QByteArray("{\"job\":\"fly\",\"settings\":{}}") << QStringLiteral("fly");
    QTest::newRow("no settings") << QByteArray("{\"job\":\"trace\"}") << QStringLiteral("settings");
    QTest::newRow("more") << QByteArray("{\"job\":\"trace\",\"settings\":{},\"x\":1}") << QStringLiteral("setting x");
}

void TestFields::aBadJobFileIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    const auto result = cw::attempt([&] { return cw::JobFile::read(text, QStringLiteral("job.json")); });
    QVERIFY(!result);
    const bool isJson = text.startsWith("{\"") && text.endsWith('}');
    QCOMPARE(result.error().kind(), isJson ? cw::Error::Kind::Input : cw::Error::Kind::Format);
    QVERIFY2(cw::describe(result.error()).contains(named), result.error().what());
}

QTEST_GUILESS_MAIN(TestFields)
#include "TestFields.moc"
