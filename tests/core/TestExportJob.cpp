// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/TensorFiles.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/ExportJob.h"
#include "core/jobs/PreviewBase.h"
#include "tests/support/CheckpointCopy.h"
#include "tests/support/Edits.h"
#include "tests/support/ModelRows.h"
#include "tests/support/NoRoom.h"
#include "tests/support/StoppingMonitor.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

ExportReport exported(const MadeEdit &edit, const QString &folder, const PreviewSettings &probes = {})
{
    ExportJob job({edit, folder, probes});
    ExportReport result;
    QObject::connect(&job, &ExportJob::exported, &job, [&result](const ExportReport &report) { result = report; });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    return result;
}

QStringList allIn(const QTemporaryDir &dir)
{
    return QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// Of an edit with two placebos and one set of side effects.
QJsonObject controlledFacts()
{
    const QJsonObject band{{QStringLiteral("kind"), QStringLiteral("moved")},
                           {QStringLiteral("score"), QStringLiteral("mean |gap|")},
                           {QStringLiteral("before"), 0.6},
                           {QStringLiteral("edited"), 0.2},
                           {QStringLiteral("editedCounts"), 0.2},
                           {QStringLiteral("low"), 0.5},
                           {QStringLiteral("high"), 0.7},
                           {QStringLiteral("rank"), 1.0 / 3},
                           {QStringLiteral("draws"), QJsonArray{QJsonObject{{QStringLiteral("value"), 0.5}},
                                                                QJsonObject{{QStringLiteral("value"), 0.7}}}}};
    SideEffects effects;
    effects.sets.push_back({QStringLiteral("names"), 3, 0, 0.5, 0.25, 0.125, {}, {}});
    return {{placeboFact, QJsonArray{band}}, {sideEffectsFact, toJson(effects)}};
}

QByteArrayView bytesOf(const TensorFile &file, const std::string &tensor)
{
    const TensorEntry &entry = file.entries().at(tensor);
    return file.contents().sliced(entry.begin, entry.end - entry.begin);
}

} // namespace

class TestExportJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWrittenCheckpointIsTheEditedModel_data() { addModelRows(); }
    void theWrittenCheckpointIsTheEditedModel();
    void whatIsNotEditedKeepsItsBytes_data() { addModelRows(); }
    void whatIsNotEditedKeepsItsBytes();
    void pyTorchsFilesKeepTheirForm_data();
    void pyTorchsFilesKeepTheirForm();
    void aCopyOfATiedHeadGoesAlong();
    void anotherFormatIsNotCopied();
    void theCardSaysWhatWasEdited();
    void theScoresAreThoseOfTheWrittenModel();
    void aModelThatCannotBeAskedIsExportedAllTheSame();
    void theCardNamesTheControls();
    void theCardNamesTheControlsOfEachEdit();
    void theHashIsThatOfWhatIsRead();
    void refusesToWriteIntoTheSource();
    void refusesAFolderThatIsThere();
    void refusesAFolderThatCannotBeWritten();
    void aDiskThatIsFullLeavesNothing();
    void aModelThatOverflowsIsNotWritten();
    void aCancelledExportLeavesNothing();
    void aSourceThatIsGoneIsNamed();

private:
    static QString cardIn(const QString &folder)
    {
        return QString::fromUtf8(test::read(QDir(folder).filePath(QStringLiteral("README.md"))));
    }
    QString target(const QString &name) const { return m_dir.filePath(name); }

    QTemporaryDir m_dir;
};

void TestExportJob::theWrittenCheckpointIsTheEditedModel()
{
    QFETCH(QString, folder);
    const MadeEdit edit = editOf(opened(folder));
    const QString to = target(QStringLiteral("same-") + QLatin1String(QTest::currentDataTag()));
    const ExportReport report = exported(edit, to);
    QCOMPARE(report.changed.size(), 3);
    QVERIFY(report.largestDifference < 1e-4);
    QCOMPARE(report.hash, edit.hash);
    const LoadedModel read = opened(to);
    for (const auto &[name, parameter] : edit.model->parameters()) {
        QCOMPARE(read.model->parameters().at(name).scalar_type(), parameter.scalar_type());
        QVERIFY2(at::equal(read.model->parameters().at(name), parameter), name.c_str());
    }
}

void TestExportJob::whatIsNotEditedKeepsItsBytes()
{
    QFETCH(QString, folder);
    const MadeEdit edit = editOf(opened(folder));
    const QString to = target(QStringLiteral("bytes-") + QLatin1String(QTest::currentDataTag()));
    const ExportReport report = exported(edit, to);
    const TensorFiles before = TensorFiles::open(folder);
    const TensorFiles after = TensorFiles::open(to);
    QCOMPARE(after.files().size(), before.files().size());
    for (std::size_t i = 0; i < before.files().size(); ++i) {
        QCOMPARE(after.files()[i]->description(), before.files()[i]->description());
        QCOMPARE(after.files()[i]->fileBytes(), before.files()[i]->fileBytes());
    }
    for (const auto &[name, file] : before.tensors()) {
        const bool isSame = bytesOf(*file, name) == bytesOf(*after.fileOf(name), name);
        QVERIFY2(isSame != report.changed.contains(QString::fromStdString(name)), name.c_str());
    }
    for (const QString &name : QDir(folder).entryList({QStringLiteral("*.json"), QStringLiteral("*.txt")}))
        QCOMPARE(test::read(QDir(to).filePath(name)), test::read(QDir(folder).filePath(name)));
}

void TestExportJob::pyTorchsFilesKeepTheirForm_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("torch");
    QTest::newRow("zip") << QStringLiteral("gpt2") << QStringLiteral("gpt2.bin");
    QTest::newRow("before 1.6") << QStringLiteral("gpt2") << QStringLiteral("gpt2-old.bin");
    QTest::newRow("fp16") << QStringLiteral("gpt2-fp16") << QStringLiteral("gpt2-fp16.bin");
}

void TestExportJob::pyTorchsFilesKeepTheirForm()
{
    QFETCH(QString, model);
    QFETCH(QString, torch);
    const CheckpointCopy copy(model);
    QVERIFY(QFile::remove(copy.file(QStringLiteral("model.safetensors"))));
    QVERIFY(QFile::copy(fixture(u"torch/" + torch), copy.file(QStringLiteral("pytorch_model.bin"))));
    const MadeEdit edit = editOf(opened(copy.folder()));
    const QString to = target(torch);
    exported(edit, to);
    const LoadedModel read = opened(to);
    for (const auto &[name, parameter] : edit.model->parameters())
        QVERIFY2(at::equal(read.model->parameters().at(name), parameter), name.c_str());
    QCOMPARE(QFileInfo(QDir(to).filePath(QStringLiteral("pytorch_model.bin"))).size(),
             QFileInfo(fixture(u"torch/" + torch)).size());
    if (!torch.contains(QLatin1String("old"))) {
        // Every archive tool checks the sums of an archive's records.
        QProcess unzip;
        unzip.start(QStringLiteral("python3"), {QStringLiteral("-m"), QStringLiteral("zipfile"), QStringLiteral("-t"),
                                                QDir(to).filePath(QStringLiteral("pytorch_model.bin"))});
        QVERIFY(unzip.waitForFinished());
        QVERIFY2(unzip.readAllStandardOutput().contains("Done testing") && unzip.exitCode() == 0, "checksums");
    }
}

void TestExportJob::aCopyOfATiedHeadGoesAlong()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    copy.rewrite([](CheckpointCopy::Tensors &tensors) {
        for (const auto &[name, tensor] : CheckpointCopy::Tensors(tensors))
            if (QString::fromStdString(name).endsWith(QLatin1String("wte.weight")))
                tensors["lm_head.weight"] = tensor.clone();
    });
    const MadeEdit edit = editOf(opened(copy.folder()));
    const QString to = target(QStringLiteral("tied"));
    const ExportReport report = exported(edit, to);
    QVERIFY(report.changed.contains(QStringLiteral("lm_head.weight")));
    const auto written = Safetensors::open(QDir(to).filePath(QStringLiteral("model.safetensors")));
    QVERIFY(at::equal(written->tensor("lm_head.weight"), edit.model->parameters().at("embed")));
}

void TestExportJob::anotherFormatIsNotCopied()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    QVERIFY(test::write(copy.file(QStringLiteral("pytorch_model.bin")), "old weights"));
    QVERIFY(QDir(copy.folder()).mkdir(QStringLiteral("onnx")));
    const QString to = target(QStringLiteral("one-format"));
    const ExportReport report = exported(editOf(opened(copy.folder())), to);
    QVERIFY(report.leftOut.contains(QStringLiteral("pytorch_model.bin")));
    QVERIFY(report.leftOut.contains(QStringLiteral("onnx")));
    QVERIFY(!QFileInfo::exists(QDir(to).filePath(QStringLiteral("pytorch_model.bin"))));
}

void TestExportJob::theCardSaysWhatWasEdited()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    QVERIFY(test::write(copy.file(QStringLiteral("README.md")), "---\nlicense: mit\n---\n# A model"));
    const MadeEdit edit = editOf(opened(copy.folder()));
    const QString to = target(QStringLiteral("card"));
    exported(edit, to);
    const QString card = cardIn(to);
    QVERIFY(card.startsWith(QLatin1String("---\nlicense: mit\n---\n# A model\n\n## Edited with Counterweight\n")));
    for (const QString &word : {edit.title, edit.baseHash, edit.hash, QStringLiteral("layers.1.mlp.out")})
        QVERIFY2(card.contains(word), qPrintable(word));
}

void TestExportJob::theScoresAreThoseOfTheWrittenModel()
{
    const MadeEdit edit = editOf(opened(demoModel()));
    const QString to = target(QStringLiteral("scored"));
    const ExportReport report = exported(edit, to);
    SilentMonitor monitor;
    const PreviewScores before = PreviewBase(edit.base, {}, {}, monitor).baseScores();
    const PreviewScores after = PreviewBase(opened(to), {}, {}, monitor).baseScores();
    QCOMPARE(report.before.a, before.a);
    QCOMPARE(report.after.b, after.b);
    QVERIFY(report.after.a != report.before.a);
    QCOMPARE(report.after.score.high, after.score.high);
    QVERIFY(report.comparedTokens > 300);
    const auto number = [](double value) { return QString::number(value, 'g', 4); };
    const QString line = QStringLiteral("| mean \\|P(he) - P(she)\\| | %1 [%2, %3] | %4 [")
                             .arg(number(before.score.value), number(before.score.low), number(before.score.high),
                                  number(after.score.value));
    QVERIFY2(cardIn(to).contains(line), qPrintable(cardIn(to)));
    QVERIFY(cardIn(to).contains(
        QStringLiteral("| perplexity | %1 | %2 |").arg(number(before.perplexity), number(after.perplexity))));
}

void TestExportJob::aModelThatCannotBeAskedIsExportedAllTheSame()
{
    const MadeEdit edit = editOf(opened(demoModel()));
    PreviewSettings probes;
    probes.goal = m_dir.filePath(QStringLiteral("no-goal.json"));
    const QString to = target(QStringLiteral("unscored"));
    const ExportReport report = exported(edit, to, probes);
    QVERIFY(report.before.a.empty() && report.after.a.empty());
    QCOMPARE(report.hash, edit.hash);
    QVERIFY2(cardIn(to).contains(QStringLiteral("\nNo scores: \"%1\" is no goal").arg(probes.goal)),
             qPrintable(cardIn(to)));
}

void TestExportJob::theCardNamesTheControls()
{
    MadeEdit edit = editOf(opened(fixture(QStringLiteral("models/gpt2"))));
    exported(edit, target(QStringLiteral("uncontrolled")));
    QVERIFY(cardIn(target(QStringLiteral("uncontrolled"))).contains(QLatin1String("\n- No placebo is known.\n")));
    edit.facts = controlledFacts();
    exported(edit, target(QStringLiteral("controlled")));
    const QString card = cardIn(target(QStringLiteral("controlled")));
    QVERIFY2(card.contains(QLatin1String("\n- Placebo (moved), mean |gap|: 0.6 before, 0.2 edited; 90 % of 2 draws lie "
                                         "in [0.5, 0.7]; p = 0.33\n")),
             qPrintable(card));
    QVERIFY(card.contains(QLatin1String("\n- Side effect on `names` (3 sentences): 0.5 before, 0.25 after; divergence "
                                        "0.125 nats a token\n")));
    QVERIFY(!card.contains(QLatin1String("No placebo")));
}

void TestExportJob::theCardNamesTheControlsOfEachEdit()
{
    MadeEdit edit = editOf(opened(fixture(QStringLiteral("models/gpt2"))));
    edit.facts = {{QStringLiteral("edits"), QJsonArray{QJsonObject{{QStringLiteral("title"), QStringLiteral("one")},
                                                                   {QStringLiteral("alpha"), 0.5},
                                                                   {QStringLiteral("facts"), controlledFacts()}},
                                                       QJsonObject{{QStringLiteral("title"), QStringLiteral("two")},
                                                                   {QStringLiteral("alpha"), 1}}}}};
    const QString to = target(QStringLiteral("several"));
    exported(edit, to);
    const QString card = cardIn(to);
    const auto one =
        card.indexOf(QLatin1String("Controls of \"one\", all at strength 1 (here it is 0.5):\n\n- Placebo"));
    const auto two = card.indexOf(QLatin1String("Controls of \"two\", all at strength 1 (here it is 1):\n\n- No "));
    QVERIFY2(one > 0 && two > one, qPrintable(card));
}

void TestExportJob::theHashIsThatOfWhatIsRead()
{
    const MadeEdit edit = editOf(opened(fixture(QStringLiteral("models/gpt2-bf16"))));
    SilentMonitor monitor;
    const QString to = target(QStringLiteral("hash"));
    exported(edit, to);
    QCOMPARE(Checkpoint::open(to)->hash(monitor), edit.hash);
    QVERIFY(edit.hash != edit.baseHash);
    QCOMPARE(Checkpoint::open(edit.base.checkpoint->folder())->hash(monitor), edit.baseHash);
}

void TestExportJob::refusesToWriteIntoTheSource()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    const MadeEdit edit = editOf(opened(copy.folder()));
    const QString message = thrown([&] { exported(edit, copy.folder() + QStringLiteral("/edited")); });
    QVERIFY2(message.startsWith(QLatin1String("Input")), qPrintable(message));
    QVERIFY(!QFileInfo::exists(copy.folder() + QStringLiteral("/edited")));
}

void TestExportJob::refusesAFolderThatIsThere()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    const MadeEdit edit = editOf(opened(copy.folder()));
    const QStringList before = QDir(copy.folder()).entryList(QDir::Files);
    QVERIFY(thrown([&] { exported(edit, copy.folder()); }).startsWith(QLatin1String("Input")));
    QVERIFY(QDir().mkpath(target(QStringLiteral("there"))));
    QVERIFY(thrown([&] { exported(edit, target(QStringLiteral("there"))); }).startsWith(QLatin1String("Input")));
    QCOMPARE(QDir(copy.folder()).entryList(QDir::Files), before);
}

void TestExportJob::refusesAFolderThatCannotBeWritten()
{
    const MadeEdit edit = editOf(opened(fixture(QStringLiteral("models/gpt2"))));
    QVERIFY(test::write(target(QStringLiteral("file")), "no folder"));
    const QString message = thrown([&] { exported(edit, target(QStringLiteral("file/edited"))); });
    QVERIFY2(message.startsWith(QLatin1String("File")), qPrintable(message));
    QVERIFY(message.contains(QLatin1String("file/edited")));
}

void TestExportJob::aDiskThatIsFullLeavesNothing()
{
    QTemporaryDir dir;
    const MadeEdit edit = editOf(opened(fixture(QStringLiteral("models/gpt2"))));
    const QString folder = dir.filePath(QStringLiteral("edited"));
    QString message;
    {
        const NoRoom full(20000); // less than the weights, more than the small files before them
        message = thrown([&] { exported(edit, folder); });
    }
    QVERIFY2(message.startsWith(QLatin1String("File")) && message.contains(QLatin1String("cannot be written")),
             qPrintable(message));
    QVERIFY2(message.contains(QLatin1String("model.safetensors")), qPrintable(message));
    QCOMPARE(allIn(dir), QStringList());
    QVERIFY(!exported(edit, folder).hash.isEmpty());
}

/// The weights are numbers, what is computed of them is none any more.
void TestExportJob::aModelThatOverflowsIsNotWritten()
{
    QTemporaryDir dir;
    const LoadedModel model = opened(fixture(QStringLiteral("models/gpt2")));
    SilentMonitor monitor;
    const auto ticks = ticksOf({{}, {}, {"embed:0-40"}, {}, {}}, NeuronSide::Out, *model.model);
    const auto edit =
        std::make_shared<const Edit>(tickedEdit(*model.model, ticks, {TickChange::Kind::Scale, 1e38}, monitor));
    const MadeEdit made = applied(model, model.checkpoint->hash(monitor), edit, 1, monitor);
    const QString message = thrown([&] { exported(made, dir.filePath(QStringLiteral("edited"))); });
    QVERIFY2(message.contains(QLatin1String("overflow")), qPrintable(message));
    QCOMPARE(allIn(dir), QStringList());
}

void TestExportJob::aCancelledExportLeavesNothing()
{
    QTemporaryDir dir;
    const MadeEdit edit = editOf(opened(fixture(QStringLiteral("models/gpt2"))));
    ExportJob job({edit, dir.filePath(QStringLiteral("edited")), {}});
    StoppingMonitor monitor(0);
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result && result.error().kind() == Error::Kind::Cancelled);
    QCOMPARE(allIn(dir), QStringList());
}

void TestExportJob::aSourceThatIsGoneIsNamed()
{
    QTemporaryDir dir;
    std::optional<MadeEdit> edit;
    QString source;
    {
        const CheckpointCopy copy(QStringLiteral("gpt2"));
        source = copy.folder();
        edit = editOf(opened(source));
    }
    const QString message = thrown([&] { exported(*edit, dir.filePath(QStringLiteral("edited"))); });
    QVERIFY2(message.startsWith(u"File: " + source + u" is no longer there"), qPrintable(message));
    QVERIFY(QDir(dir.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestExportJob)
#include "TestExportJob.moc"
