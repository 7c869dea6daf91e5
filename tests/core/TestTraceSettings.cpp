// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Attempt.h"
#include "core/jobs/TraceSettings.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QTest>

namespace {

cw::TraceSettings parsed(const QStringList &arguments)
{
    QCommandLineParser parser;
    cw::addOptions<cw::TraceSettings>(parser);
    if (!parser.parse(QStringList{QStringLiteral("trace")} + arguments))
        throw cw::Error(cw::Error::Kind::Input, "%1", {parser.errorText().toStdString()});
    return cw::fromCommandLine<cw::TraceSettings>(parser);
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char('|'));
}

cw::TraceSettings example()
{
    return parsed(words("models/demo|--prompt|The nurse said that|--subject|nurse|--targets| he, she"));
}

} // namespace

class TestTraceSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreThoseOfTheManual();
    void targetsSplitAtTheCommaAndKeepSpaces();
    void targetIsLiteralAndMayBeRepeated();
    void everySettingHasAnOption();
    void everySettingComesBackFromJsonAndCommand();
    void theCommandIsQuoted();
    void laterFeaturesAreRefusedInOneSentence_data();
    void laterFeaturesAreRefusedInOneSentence();
    void impossibleValuesAreRefused_data();
    void impossibleValuesAreRefused();
    void whatIsMissingIsSaid_data();
    void whatIsMissingIsSaid();
    void onlyWhatDecidesTheNumbersIsMeasured();
};

void TestTraceSettings::defaultsAreThoseOfTheManual()
{
    const cw::TraceSettings settings = example();
    settings.check();
    QCOMPARE(settings.samples, 10);
    QCOMPARE(settings.seed, 1U);
    QCOMPARE(settings.window, 0);
    QCOMPARE(settings.noise.rule, cw::NoiseSize::Rule::Subjects);
    QCOMPARE(settings.noise.value, 3.0);
    QCOMPARE(settings.kinds.size(), std::size_t{3});
    QCOMPARE(settings.method, cw::TraceMethod::Exact);
    QCOMPARE(settings.quantity, cw::Quantity::Aligned);
}

void TestTraceSettings::targetsSplitAtTheCommaAndKeepSpaces()
{
    QCOMPARE(example().targets, words(" he| she"));
}

void TestTraceSettings::targetIsLiteralAndMayBeRepeated()
{
    QCOMPARE(parsed(words("--target| he, too")).targets, words(" he, too"));
    QCOMPARE(parsed(words("--target| he|--target| she")).targets, words(" he| she"));
}

void TestTraceSettings::everySettingHasAnOption()
{
    const auto settings = parsed(words(
        "m|--prompt|p|--subject|s|--occurrence|2|--target|t|--kinds|mlp, attn|--window|4|--corrupt|noise|--noise|0.25|"
        "--samples|3|--noise-seed|shared|--seed|4294967295|--method|loop|--quantity|p|--device|cuda:1|--dtype|bf16|"
        "--threads|2"));
    QCOMPARE(settings.model, QStringLiteral("m"));
    QCOMPARE(settings.occurrence, 2);
    QVERIFY((settings.kinds == std::vector{cw::TraceKind::Mlp, cw::TraceKind::Attn}));
    QCOMPARE(settings.window, 4);
    QCOMPARE(settings.noise.rule, cw::NoiseSize::Rule::Number);
    QCOMPARE(settings.noise.value, 0.25);
    QCOMPARE(settings.samples, 3);
    QCOMPARE(settings.noiseSeed, cw::TraceSettings::NoiseSeed::Shared);
    QCOMPARE(settings.seed, 4294967295U);
    QCOMPARE(settings.method, cw::TraceMethod::Loop);
    QCOMPARE(settings.quantity, cw::Quantity::P);
    QCOMPARE(settings.device, QStringLiteral("cuda:1"));
    QCOMPARE(settings.dtype, QStringLiteral("bf16"));
    QCOMPARE(settings.threads, 2);
    QVERIFY(cw::fromJson<cw::TraceSettings>(cw::toJson(settings)) == settings);
    QVERIFY(parsed(cw::toArguments(settings)) == settings);
}

void TestTraceSettings::everySettingComesBackFromJsonAndCommand()
{
    for (const char *noise : {"3s", "3e", "0.1"}) {
        cw::TraceSettings settings = example();
        settings = parsed(cw::toArguments(settings) + QStringList{QStringLiteral("--noise"), QLatin1String(noise)});
        QVERIFY(cw::fromJson<cw::TraceSettings>(cw::toJson(settings)) == settings);
        QVERIFY(parsed(cw::toArguments(settings)) == settings);
    }
    QVERIFY(example() != cw::TraceSettings{});
}

void TestTraceSettings::theCommandIsQuoted()
{
    QCOMPARE(example().command(), QStringLiteral("counterweight trace models/demo --prompt 'The nurse said that' "
                                                 "--subject nurse --targets ' he, she'"));
}

void TestTraceSettings::laterFeaturesAreRefusedInOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("attribution") << words("--method|attribution");
    QTest::newRow("swap") << words("--corrupt|swap");
}

void TestTraceSettings::laterFeaturesAreRefusedInOneSentence()
{
    QFETCH(QStringList, arguments);
    const auto result = cw::attempt([&] { return parsed(arguments); });
    QVERIFY(!result);
    QCOMPARE(result.error().kind(), cw::Error::Kind::Input);
    const QString sentence = cw::describe(result.error());
    QVERIFY2(sentence.contains(arguments.join(QLatin1Char(' ')) + QStringLiteral(" yet")), qPrintable(sentence));
}

void TestTraceSettings::impossibleValuesAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *line :
         {"--samples|0",        "--samples|1.5",  "--seed|-1",         "--seed|4294967296", "--window|0",
          "--window|wide",      "--noise|0",      "--noise|-1",        "--noise|4s",        "--noise|inf",
          "--kinds|state,head", "--kinds|",       "--noise-seed|mine", "--method|fast",     "--quantity|q",
          "--device|gpu",       "--device|cuda:", "--dtype|int8",      "--threads|-1",      "--occurrence|0"})
        QTest::newRow(line) << words(line);
}

void TestTraceSettings::impossibleValuesAreRefused()
{
    QFETCH(QStringList, arguments);
    const auto result = cw::attempt([&] { return parsed(arguments); });
    QVERIFY(!result);
    QCOMPARE(result.error().kind(), cw::Error::Kind::Input);
    QVERIFY2(cw::describe(result.error()).contains(arguments[0].mid(2)), result.error().what());
}

void TestTraceSettings::whatIsMissingIsSaid_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("named");
    QTest::newRow("model") << QJsonObject{{QStringLiteral("model"), QString()}} << QStringLiteral("model");
    QTest::newRow("prompt") << QJsonObject{{QStringLiteral("prompt"), QString()}} << QStringLiteral("prompt");
    QTest::newRow("subject") << QJsonObject{{QStringLiteral("subject"), QString()}} << QStringLiteral("subject");
    const auto targets = [](const QJsonArray &list) { return QJsonObject{{QStringLiteral("targets"), list}}; };
    QTest::newRow("no target") << targets({}) << QStringLiteral("targets");
    QTest::newRow("empty target") << targets({QString()}) << QStringLiteral("targets");
    QTest::newRow("three targets") << targets({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
                                   << QStringLiteral("targets");
}

void TestTraceSettings::whatIsMissingIsSaid()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, named);
    QJsonObject object = cw::toJson(example());
    for (const QString &key : change.keys())
        object.insert(key, change.value(key));
    const auto settings = cw::fromJson<cw::TraceSettings>(object);
    const auto result = cw::attempt([&] { settings.check(); });
    QVERIFY(!result);
    QCOMPARE(result.error().kind(), cw::Error::Kind::Input);
    QVERIFY2(cw::describe(result.error()).contains(named), result.error().what());
}

void TestTraceSettings::onlyWhatDecidesTheNumbersIsMeasured()
{
    cw::TraceSettings other = example();
    other.model = QStringLiteral("elsewhere");
    other.threads = 2;
    other.quantity = cw::Quantity::Abs;
    QCOMPARE(other.measured(), example().measured());
    other.seed = 2;
    QVERIFY(other.measured() != example().measured());
}

QTEST_GUILESS_MAIN(TestTraceSettings)
#include "TestTraceSettings.moc"
