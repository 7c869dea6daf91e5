// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/EditFactsDialog.h"

#include "core/jobs/MadeEdit.h"
#include "widgets/dialogs/ActionButton.h"
#include "widgets/models/FactTexts.h"
#include "widgets/views/PlaceboPlot.h"
#include "widgets/views/PlainTable.h"
#include "widgets/views/WrappedLabel.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace cw {

namespace {

void addHeading(QVBoxLayout &page, const QString &title)
{
    auto *label = new QLabel(title);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, 8, 0, 0);
    page.addWidget(label);
}

QLabel *addText(QVBoxLayout &page, const QString &text, const char *name,
                QPalette::ColorRole role = QPalette::WindowText)
{
    auto *label = new QLabel(text);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setForegroundRole(role);
    page.addWidget(label);
    return label;
}

void addTable(QVBoxLayout &page, const QVector<QStringList> &rows, const char *name, const QString &spoken)
{
    auto *table = new PlainTable(rows);
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(spoken);
    page.addWidget(table);
}

} // namespace

EditFactsDialog::EditFactsDialog(const QString &title, const EditFacts &facts, QWidget *parent)
    : QDialog(parent), m_title(title), m_area(new QScrollArea(this)), m_problem(new WrappedLabel(this))
{
    setObjectName(QStringLiteral("factsDialog"));
    setWindowTitle(tr("What \u201c%1\u201d Did").arg(title));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(980, 700);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const QPushButton *copies =
        actionButton(*buttons, "copyFactsButton", tr("&Copy as Markdown"), QStringLiteral("copy"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_area, 1);
    m_problem->setObjectName(QStringLiteral("factsProblem"));
    m_problem->setForegroundRole(QPalette::BrightText); // that of problems, in every theme
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copies, &QPushButton::clicked, this, &EditFactsDialog::copy);
    setFacts(facts);
}

void EditFactsDialog::refuse(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
    for (QPushButton *button : m_area->findChildren<QPushButton *>())
        button->setEnabled(true);
}

void EditFactsDialog::setFacts(const EditFacts &facts)
{
    m_problem->hide();
    m_facts = facts;
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    addLedger(*layout);
    addPlacebos(*layout);
    addSideEffects(*layout);
    addMethod(*layout);
    layout->addStretch(1);
    m_area->setWidget(page);
}

void EditFactsDialog::addLedger(QVBoxLayout &page) const
{
    addHeading(page, tr("Changed weights"));
    if (!m_facts.ledger) {
        addText(page, missingLedger(), "noLedgerLabel", QPalette::PlaceholderText);
        return;
    }
    addTable(page, ledgerTable(*m_facts.ledger), "ledgerTable", tr("Changed weights"));
    addText(page, ledgerSentence(*m_facts.ledger) + u' ' + tr("All at strength 1."), "ledgerLabel");
    addText(page,
            tr("Hash of the checkpoint: %1\nwith this edit and those below it: %2").arg(m_facts.baseHash, m_facts.hash),
            "hashLabel", QPalette::PlaceholderText);
}

void EditFactsDialog::addPlacebos(QVBoxLayout &page)
{
    addHeading(page, tr("Placebos"));
    if (m_facts.placebos.isEmpty())
        addText(page, missingPlacebo(), "noPlaceboLabel", QPalette::PlaceholderText);
    for (const KeptPlacebo &placebo : m_facts.placebos) {
        auto *plot = new PlaceboPlot(placebo);
        plot->setObjectName(QStringLiteral("placeboPlot"));
        page.addWidget(plot);
        addText(page, placeboSentence(placebo), "placeboLabel");
        for (const QString &remark : placeboRemarks(placebo))
            addText(page, remark, "placeboRemark", QPalette::PlaceholderText);
    }
    addPlaceboButtons(page);
}

/// What can still be drawn: enough of the usual kind, and the kinds that are missing.
void EditFactsDialog::addPlaceboButtons(QVBoxLayout &page)
{
    const QVector<KeptPlacebo> &drawn = m_facts.placebos;
    const bool areTooFew =
        std::any_of(drawn.begin(), drawn.end(), [](const KeptPlacebo &placebo) { return placebo.isTooFew; });
    if (drawn.isEmpty() || areTooFew)
        addButton(page, tr("&Draw Placebos"), "placeboButton",
                  [this] { Q_EMIT placebosAsked(QStringLiteral("auto")); });
    const bool areOfOneKind = std::all_of(drawn.begin(), drawn.end(), [&drawn](const KeptPlacebo &placebo) {
        return placebo.kind == drawn.front().kind;
    });
    if (!areOfOneKind && !areTooFew)
        return;
    addButton(page, tr("Draw &All Kinds of Placebos"), "allPlacebosButton",
              [this] { Q_EMIT placebosAsked(QStringLiteral("all")); })
        ->setToolTip(
            tr("Also those for which the whole recipe is done again for each draw: where it searches or trains, "
               "this takes many times as long as the edit did."));
}

QPushButton *EditFactsDialog::addButton(QVBoxLayout &page, const QString &text, const char *name,
                                        const std::function<void()> &ask)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [button, ask] {
        button->setEnabled(false);
        ask();
    });
    page.addWidget(button);
    return button;
}

void EditFactsDialog::addSideEffects(QVBoxLayout &page)
{
    addHeading(page, tr("Side effects"));
    if (!m_facts.sideEffects) {
        addText(page, missingSideEffects(), "noSideEffectsLabel", QPalette::PlaceholderText);
        addButton(page, tr("&Look for Side Effects"), "scanButton", [this] { Q_EMIT scanAsked(); });
        return;
    }
    addText(page,
            tr("Sentences that should stay as they are, before and after: the mean of their values, and how far "
               "the next word's distribution moved (Kullback-Leibler, in nats)."),
            "sideEffectsLabel", QPalette::PlaceholderText);
    addTable(page, setTable(*m_facts.sideEffects), "sideEffectTable", tr("Side effects"));
    if (const QString remark = sideEffectRemark(*m_facts.sideEffects); !remark.isEmpty())
        addText(page, remark, "sideEffectRemark");
    if (m_facts.sideEffects->sentences.empty()) {
        addText(page, tr("None of the sentences changed."), "noSentenceLabel");
        return;
    }
    addHeading(page, tr("Sentences that changed most"));
    addTable(page, sentenceTable(*m_facts.sideEffects), "sentenceTable", tr("Sentences that changed most"));
}

void EditFactsDialog::addMethod(QVBoxLayout &page) const
{
    const QVector<QStringList> rows = methodRows(m_facts.method);
    if (rows.isEmpty())
        return;
    addHeading(page, tr("What the method found"));
    addTable(page, QVector<QStringList>{{tr("fact"), tr("value")}} + rows, "methodTable", tr("What the method found"));
}

void EditFactsDialog::copy() const
{
    QGuiApplication::clipboard()->setText(markdownOf(m_title, m_facts));
}

} // namespace cw
