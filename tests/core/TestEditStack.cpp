// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/project/EditStack.h"
#include "core/project/Project.h"
#include "core/project/ProjectExport.h"
#include "tests/support/Edits.h"
#include "tests/support/TestFiles.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <random>

using namespace cw;
using namespace cw::test;

namespace {

MadeEdit zeroed(const LoadedModel &model, const std::string &rows)
{
    SilentMonitor monitor;
    const auto ticks = ticksOf({{}, {}, {rows}, {}, {}}, NeuronSide::Out, *model.model);
    const auto edit = std::make_shared<const Edit>(tickedEdit(*model.model, ticks, {TickChange::Kind::Zero}, monitor));
    MadeEdit made = applied(model, model.checkpoint->hash(monitor), edit, 1, monitor);
    made.title = QString::fromStdString(rows);
    return made;
}

} // namespace

class TestEditStack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEditIsKeptAndActive();
    void everyStepCanBeTakenBack();
    void aHundredStepsAndBackLeaveNothing();
    void aHeldSliderIsOneStep();
    void anInterruptedSliderIsAStepOfItsOwn();
    void theProjectBringsItBack();
    void savingElsewhereKeepsTheSteps();
    void removedContentsGoWithTheProject();
    void factsAreKeptWithAnEdit();
    void factsThatComeLaterAreNoStep();
    void severalAreRemovedInOneStep();
    void mergingGivesTheSameModel();
    void mergingRefuses();
    void overlapsAreFound();
    void staleEditsAreFound();
    void aDamagedContentIsNamed();

private:
    QString path() const { return m_dir->filePath(QStringLiteral("p.cwp")); }
    QByteArray dump() const { return exportedProject(*m_project); }
    QString modelHash() const;
    void actAtRandom(std::mt19937 &random);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Project> m_project;
    std::unique_ptr<EditStack> m_stack;
    LoadedModel m_model = opened(fixture(QStringLiteral("models/gpt2")));
};

void TestEditStack::init()
{
    m_stack.reset();
    m_project.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<Project>(m_dir->filePath(QStringLiteral("data")));
    QVERIFY(m_project->create(path()));
    m_stack = std::make_unique<EditStack>(*m_project);
}

QString TestEditStack::modelHash() const
{
    SilentMonitor monitor;
    const QString base = m_model.checkpoint->hash(monitor);
    const auto model = edited(m_model.model, valueOrThrow(m_stack->active(base)), monitor);
    return m_model.checkpoint->hash(m_model.checkpoint->changedTensors(*model), monitor);
}

void TestEditStack::anEditIsKeptAndActive()
{
    const MadeEdit made = zeroed(m_model, "layers.0.mlp.out:1");
    QSignalSpy changes(m_stack.get(), &EditStack::changed);
    const QString id = m_stack->add(made);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(m_stack->edits().size(), 1);
    QCOMPARE(modelHash(), made.hash);
    m_stack->setOn(id, false);
    QCOMPARE(modelHash(), made.baseHash);
    m_stack->setOn(id, true);
    m_stack->setAlpha(id, 0);
    QCOMPARE(modelHash(), made.baseHash);
    // Of another base, nothing is active.
    QVERIFY(m_stack->active(QStringLiteral("other"))->empty());
}

void TestEditStack::everyStepCanBeTakenBack()
{
    const QString id = m_stack->add(zeroed(m_model, "layers.0.mlp.out:1"));
    const QString other = m_stack->add(zeroed(m_model, "layers.1.mlp.out:1"));
    const std::vector<std::function<void()>> steps{[&] { m_stack->rename(id, QStringLiteral("new")); },
                                                   [&] { m_stack->setNote(id, QStringLiteral("why")); },
                                                   [&] { m_stack->setColour(id, QStringLiteral("#ff0000")); },
                                                   [&] { m_stack->setAlpha(id, -0.5); },
                                                   [&] { m_stack->setOn(other, false); },
                                                   [&] { m_stack->move(id, 1); },
                                                   [&] { m_stack->duplicate(other); },
                                                   [&] { m_stack->setOn(other, true); },
                                                   [&] {
                                                       QVERIFY(m_stack->merge({id, other}));
                                                   },
                                                   [&] { m_stack->remove({m_stack->edits().first().id}); }};
    for (const auto &step : steps) {
        const QVector<EditRecord> before = m_stack->edits();
        step();
        const QVector<EditRecord> after = m_stack->edits();
        QVERIFY(!(before == after));
        QVERIFY(!m_stack->undoText().isEmpty());
        m_stack->undo();
        QVERIFY(m_stack->edits() == before);
        QVERIFY(!m_stack->redoText().isEmpty());
        m_stack->redo();
        QVERIFY(m_stack->edits() == after);
        QVERIFY(m_project->flush());
        QVERIFY(m_project->edits().value() == after);
    }
}

void TestEditStack::actAtRandom(std::mt19937 &random)
{
    const QVector<EditRecord> edits = m_stack->edits();
    const auto any = [&random](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const QString id = edits.isEmpty() ? QString() : edits[any(static_cast<int>(edits.size()))].id;
    switch (edits.isEmpty() ? 0 : any(9)) {
    case 0:
        m_stack->add(zeroed(m_model, "layers." + std::to_string(any(2)) + ".mlp.out:" + std::to_string(any(8))));
        break;
    case 1: m_stack->setAlpha(id, any(7) - 3.5); break;
    case 2: m_stack->setOn(id, !edits[m_stack->place(id)].isOn); break;
    case 3: m_stack->rename(id, QString::number(random())); break;
    case 4: m_stack->move(id, edits.size() > 1 ? (m_stack->place(id) + 1) % static_cast<int>(edits.size()) : 0); break;
    case 5: m_stack->duplicate(id); break;
    case 6: m_stack->setNote(id, QString::number(random())); break;
    case 7: m_stack->setColour(id, QString::number(random())); break;
    case 8: m_stack->remove({id}); break;
    }
}

void TestEditStack::aHundredStepsAndBackLeaveNothing()
{
    m_stack->add(zeroed(m_model, "layers.0.mlp.out:3"));
    QVERIFY(m_project->flush());
    const QByteArray before = dump();
    const QString hash = modelHash();
    std::mt19937 random(3);
    int steps = 0;
    while (steps < 100) {
        QSignalSpy changes(m_stack.get(), &EditStack::changed);
        actAtRandom(random);
        steps += static_cast<int>(changes.size());
    }
    QVERIFY(m_project->flush());
    const QByteArray after = dump();
    const QString afterHash = modelHash();
    QVERIFY(after != before);
    for (int i = 0; i < 100; ++i)
        m_stack->undo();
    QVERIFY(m_project->flush());
    QCOMPARE(dump(), before);
    QCOMPARE(modelHash(), hash);
    for (int i = 0; i < 100; ++i)
        m_stack->redo();
    QVERIFY(m_project->flush());
    QCOMPARE(dump(), after);
    QCOMPARE(modelHash(), afterHash);
}

void TestEditStack::aHeldSliderIsOneStep()
{
    const QString id = m_stack->add(zeroed(m_model, "layers.0.mlp.out:1"));
    QVERIFY(m_project->flush());
    for (const double alpha : {0.9, 0.5, 0.1})
        m_stack->setAlpha(id, alpha, EditStack::Pace::GoesOn);
    QCOMPARE(m_project->edits()->first().alpha, 1.0); // not written while it is held
    m_stack->setAlpha(id, 0.1);
    QVERIFY(m_project->flush());
    QCOMPARE(m_project->edits()->first().alpha, 0.1);
    m_stack->undo();
    QCOMPARE(m_stack->edits().first().alpha, 1.0);
    m_stack->undo();
    QVERIFY(m_stack->edits().isEmpty());
}

void TestEditStack::anInterruptedSliderIsAStepOfItsOwn()
{
    const QString id = m_stack->add(zeroed(m_model, "layers.0.mlp.out:1"));
    m_stack->setAlpha(id, 0.5, EditStack::Pace::GoesOn);
    m_stack->rename(id, QStringLiteral("renamed"));
    m_stack->setAlpha(id, 0.25, EditStack::Pace::GoesOn);
    m_stack->undo();
    QCOMPARE(m_stack->edits().first().alpha, 0.5);
    m_stack->undo();
    QVERIFY(m_stack->edits().first().title != QLatin1String("renamed"));
    QCOMPARE(m_stack->edits().first().alpha, 0.5);
    m_stack->undo();
    QCOMPARE(m_stack->edits().first().alpha, 1.0);
}

void TestEditStack::theProjectBringsItBack()
{
    const MadeEdit made = zeroed(m_model, "layers.0.mlp.out:1");
    const QString id = m_stack->add(made);
    m_stack->setNote(id, QStringLiteral("a note"));
    const QVector<EditRecord> edits = m_stack->edits();
    m_project->close();
    QVERIFY(m_stack->edits().isEmpty());
    QVERIFY(m_project->open(path()));
    QVERIFY(m_stack->edits() == edits);
    QCOMPARE(modelHash(), made.hash);
    QVERIFY(!m_stack->canUndo());
}

void TestEditStack::savingElsewhereKeepsTheSteps()
{
    m_stack->add(zeroed(m_model, "layers.0.mlp.out:1"));
    QVERIFY(m_project->saveAs(m_dir->filePath(QStringLiteral("elsewhere.cwp"))));
    m_stack->undo();
    QVERIFY(m_stack->edits().isEmpty());
    m_stack->redo();
    QVERIFY(m_stack->content(m_stack->edits().first()));
}

void TestEditStack::removedContentsGoWithTheProject()
{
    const QString kept = m_stack->add(zeroed(m_model, "layers.0.mlp.out:1"));
    const QString gone = m_stack->add(zeroed(m_model, "layers.0.mlp.out:2"));
    const QString content = m_stack->edits()[m_stack->place(gone)].content;
    m_stack->remove({gone});
    QVERIFY(m_project->flush());
    QVERIFY(m_project->content(content)); // as long as it can be brought back
    m_project->close();
    QVERIFY(m_project->open(path()));
    QVERIFY(!m_project->content(content));
    QVERIFY(m_project->content(m_stack->edits()[m_stack->place(kept)].content));
}

void TestEditStack::factsAreKeptWithAnEdit()
{
    MadeEdit made = zeroed(m_model, "layers.0.mlp.out:1");
    made.facts = {{QStringLiteral("gapBefore"), 0.5}};
    const QString id = m_stack->add(made);
    const QJsonObject facts = m_stack->edits().first().facts;
    QCOMPARE(facts[QLatin1String("gapBefore")].toDouble(), 0.5);
    QCOMPARE(facts[QLatin1String("hash")].toString(), made.hash);
    QCOMPARE(facts[QLatin1String("baseHash")].toString(), made.baseHash);
    QCOMPARE(facts[QLatin1String("ledger")][QLatin1String("changed")].toInt(), int(made.ledger.changed()));
    QCOMPARE(facts[QLatin1String("ledger")][QLatin1String("parameters")][0][QLatin1String("askedNorm")].toDouble(),
             made.ledger.lines.front().askedNorm);
    QVERIFY(m_project->flush());
    QVERIFY(dump().contains("\"gapBefore\": 0.5"));
    m_project->close();
    QVERIFY(m_project->open(path()));
    QCOMPARE(m_stack->edits().first().facts, facts);
    const QString copy = m_stack->duplicate(id);
    QCOMPARE(m_stack->edits().last().facts, facts);
    QVERIFY(m_stack->merge({id, copy}));
    QVERIFY(m_stack->edits().first().facts.isEmpty());
    // Made anew, it has the facts of what it is now.
    const QString again = m_stack->replace(m_stack->edits().first().id, zeroed(m_model, "layers.0.mlp.out:1,2"));
    const QJsonObject now = m_stack->edits()[m_stack->place(again)].facts;
    QVERIFY(!now.contains(QLatin1String("gapBefore")));
    QCOMPARE(now[QLatin1String("ledger")][QLatin1String("parameters")][0][QLatin1String("rows")].toInt(), 2);
}

void TestEditStack::factsThatComeLaterAreNoStep()
{
    const QString id = m_stack->add(zeroed(m_model, "layers.0.mlp.out:1"));
    const QString other = m_stack->add(zeroed(m_model, "layers.0.mlp.out:2"));
    const EditRecord asked = m_stack->edits()[m_stack->place(id)];
    m_stack->duplicate(id);
    m_stack->remove({id});
    const QString undo = m_stack->undoText();
    QSignalSpy changes(m_stack.get(), &EditStack::changed);
    QSignalSpy facts(m_stack.get(), &EditStack::factAdded);
    const QString name = QStringLiteral("found");
    m_stack->addFact(asked, name, 3);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(facts.size(), 1);
    QCOMPARE(m_stack->undoText(), undo);
    const auto found = [&](const EditRecord &edit) { return edit.facts[name].toInt(); };
    QCOMPARE(found(m_stack->edits().first()), 3); // the copy
    QCOMPARE(found(m_stack->edits()[m_stack->place(other)]), 0);
    QVERIFY(m_project->flush());
    QVERIFY(m_project->edits().value() == m_stack->edits());
    m_stack->undo();
    QCOMPARE(found(m_stack->edits()[m_stack->place(id)]), 3);
    m_stack->replace(id, zeroed(m_model, "layers.0.mlp.out:3"));
    m_stack->addFact(asked, name, 4); // of what it was before
    QCOMPARE(found(m_stack->edits()[m_stack->place(id)]), 0);
    EditRecord unknown = asked;
    unknown.content = QStringLiteral("0000");
    m_stack->addFact(unknown, name, 5);
    QCOMPARE(facts.size(), 2);
}

void TestEditStack::severalAreRemovedInOneStep()
{
    const QString a = m_stack->add(zeroed(m_model, "layers.0.mlp.out:1"));
    const QString b = m_stack->add(zeroed(m_model, "layers.0.mlp.out:2"));
    const QString c = m_stack->add(zeroed(m_model, "layers.0.mlp.out:3"));
    const QVector<EditRecord> before = m_stack->edits();
    m_stack->remove({c, a, QStringLiteral("unknown")});
    QCOMPARE(m_stack->edits().size(), 1);
    QCOMPARE(m_stack->edits().first().id, b);
    QVERIFY(m_stack->undoText().contains(u'2'));
    m_stack->undo();
    QVERIFY(m_stack->edits() == before);
    QSignalSpy changes(m_stack.get(), &EditStack::changed);
    m_stack->remove({QStringLiteral("unknown")});
    m_stack->remove({});
    QCOMPARE(changes.size(), 0);
}

void TestEditStack::mergingGivesTheSameModel()
{
    const QString a = m_stack->add(zeroed(m_model, "layers.0.mlp.out:1,2"));
    const QString b = m_stack->add(zeroed(m_model, "layers.0.mlp.out:2,3"));
    const QString off = m_stack->add(zeroed(m_model, "layers.1.mlp.out:4"));
    m_stack->setAlpha(b, -1); // what a sum in fp32 holds exactly
    m_stack->setOn(off, false);
    const QString hash = modelHash();
    const auto merged = m_stack->merge({a, b, off});
    QVERIFY(merged);
    QCOMPARE(m_stack->edits().size(), 2); // what is off stays as it is
    QVERIFY(m_stack->edits()[1].id == off && !m_stack->edits()[1].isOn);
    QCOMPARE(modelHash(), hash);
    m_stack->undo();
    QCOMPARE(m_stack->edits().size(), 3);
}

void TestEditStack::mergingRefuses()
{
    const QString a = m_stack->add(zeroed(m_model, "layers.0.mlp.out:1"));
    QVERIFY(!m_stack->merge({a}));
    const QString b = m_stack->add(zeroed(opened(fixture(QStringLiteral("models/gpt2-bf16"))), "layers.0.mlp.out:1"));
    QVERIFY(!m_stack->merge({a, b}));
    const QString c = m_stack->add(zeroed(m_model, "layers.0.mlp.out:2"));
    m_stack->setOn(a, false);
    m_stack->setOn(c, false);
    QVERIFY(!m_stack->merge({a, c}));
    QCOMPARE(m_stack->edits().size(), 3);
}

void TestEditStack::overlapsAreFound()
{
    const QString a = m_stack->add(zeroed(m_model, "layers.0.mlp.out:1,2"));
    const QString b = m_stack->add(zeroed(m_model, "layers.0.mlp.out:2,3"));
    const QString c = m_stack->add(zeroed(m_model, "layers.1.mlp.out:1,2"));
    const auto of = [this](const QString &id) { return m_stack->overlapping(m_stack->edits()[m_stack->place(id)]); };
    QCOMPARE(of(a), QStringList{b});
    QCOMPARE(of(b), QStringList{a});
    QCOMPARE(of(c), QStringList());
    m_stack->setOn(a, false);
    QCOMPARE(of(b), QStringList());
}

void TestEditStack::staleEditsAreFound()
{
    const QString a = m_stack->add(zeroed(m_model, "layers.0.mlp.out:1"));
    MadeEdit above = zeroed(m_model, "layers.1.mlp.out:1");
    const EditRecord &below = m_stack->edits().first();
    above.base.stack = {{{below.title, below.content, below.alpha}}};
    const QString b = m_stack->add(above);
    const auto isStale = [this](const QString &id) { return m_stack->isStale(m_stack->edits()[m_stack->place(id)]); };
    QVERIFY(!isStale(a) && !isStale(b));
    m_stack->setAlpha(a, 0.5);
    QVERIFY(!isStale(a) && isStale(b));
    m_stack->setAlpha(a, 1);
    QVERIFY(!isStale(b));
    m_stack->setOn(a, false);
    QVERIFY(isStale(b));
    // One that was made on the bare model lies on another one's change.
    m_stack->setOn(a, true);
    QVERIFY(isStale(m_stack->add(zeroed(m_model, "layers.1.mlp.out:2"))));
}

void TestEditStack::aDamagedContentIsNamed()
{
    EditRecord lost;
    lost.content = QStringLiteral("0000");
    const auto content = m_stack->content(lost);
    QVERIFY(!content && content.error().kind() == Error::Kind::Storage);
}

QTEST_GUILESS_MAIN(TestEditStack)
#include "TestEditStack.moc"
