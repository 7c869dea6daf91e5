// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/GetModelDialog.h"

#include "core/data/Bytes.h"
#include "core/hub/HubToken.h"
#include "core/jobs/Attempt.h"
#include "core/jobs/GotModel.h"
#include "widgets/panels/JobRow.h"
#include "widgets/style/Icons.h"

#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>

namespace cw {

GetModelDialog::GetModelDialog(const QString &hub, const QString &folder, QWidget *parent)
    : QDialog(parent), m_model(new QLineEdit(this)), m_revision(new QLineEdit(QStringLiteral("main"), this)),
      m_folder(new QLineEdit(QDir::toNativeSeparators(folder), this)), m_browse(new QPushButton(tr("&Browse…"), this)),
      m_hub(new QLineEdit(hub, this)), m_target(new QLabel(this)), m_icon(new QLabel(this)),
      m_sentence(new QLabel(this)), m_bar(new QProgressBar(this)), m_stage(new QLabel(this)), m_pace(new QLabel(this)),
      m_get(new QPushButton(tr("&Download"), this)), m_stop(new QPushButton(tr("&Stop"), this)),
      m_open(new QPushButton(tr("&Open"), this)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("getModelDialog"));
    setWindowTitle(tr("Get a model"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    buildForm();
    buildProgress();
    buildButtons();
    resize(80 * fontMetrics().averageCharWidth(), 0);
    showTarget();
    setState(State::Asking);
}

void GetModelDialog::buildForm()
{
    m_model->setObjectName(QStringLiteral("modelEdit"));
    m_model->setPlaceholderText(tr("owner/name, such as openai-community/gpt2"));
    m_revision->setObjectName(QStringLiteral("revisionEdit"));
    m_revision->setToolTip(tr("A branch, a tag or a commit"));
    m_folder->setObjectName(QStringLiteral("folderEdit"));
    m_browse->setObjectName(QStringLiteral("browseButton"));
    m_browse->setAutoDefault(false);
    m_hub->setObjectName(QStringLiteral("hubEdit"));
    m_hub->setToolTip(tr("Any hub with the interface of Hugging Face"));
    m_target->setObjectName(QStringLiteral("targetLabel"));
    m_target->setForegroundRole(QPalette::PlaceholderText);
    m_target->setTextFormat(Qt::PlainText);
    m_target->setWordWrap(true);
    m_target->setAlignment(Qt::AlignTop);
    auto *place = new QHBoxLayout;
    place->addWidget(m_folder, 1);
    place->addWidget(m_browse);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Model"), m_model);
    form->addRow(tr("&Revision"), m_revision);
    form->addRow(tr("&Hub"), m_hub);
    form->addRow(tr("&Save in"), place);
    form->addRow(QString(), m_target);
    qobject_cast<QLabel *>(form->labelForField(place))->setBuddy(m_folder);
    static_cast<QVBoxLayout *>(layout())->addLayout(form);
    for (const QLineEdit *field : {m_model, m_folder})
        connect(field, &QLineEdit::textChanged, this, &GetModelDialog::showTarget);
    for (const QLineEdit *field : {m_model, m_revision, m_folder, m_hub})
        connect(field, &QLineEdit::textChanged, this, [this] { setState(State::Asking); });
    connect(m_browse, &QPushButton::clicked, this, &GetModelDialog::chooseFolder);
}

void GetModelDialog::buildProgress()
{
    auto *note = new QLabel(hasHubToken() ? tr("The token in HF_TOKEN is sent, to this hub only.")
                                          : tr("Private and gated models need a token: accept their terms on the hub, "
                                               "and start the program with HF_TOKEN set."),
                            this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setObjectName(QStringLiteral("getSentenceLabel"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setObjectName(QStringLiteral("getBar"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    m_pace->setObjectName(QStringLiteral("getPaceLabel"));
    m_pace->setAlignment(Qt::AlignRight);
    auto *pace = new QHBoxLayout;
    for (QLabel *label : {m_stage, m_pace}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        pace->addWidget(label);
    }
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(note);
    column->addSpacing(4);
    column->addWidget(m_bar);
    column->addLayout(pace);
    auto *said = new QHBoxLayout;
    said->addWidget(m_icon, 0, Qt::AlignTop);
    said->addWidget(m_sentence, 1);
    column->addLayout(said);
    column->addStretch(1);
}

void GetModelDialog::buildButtons()
{
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    const std::pair<QPushButton *, const char *> buttons[] = {
        {m_close, "closeGetButton"}, {m_stop, "stopGetButton"}, {m_get, "getButton"}, {m_open, "openGotButton"}};
    for (const auto &[button, name] : buttons) {
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
    }
    m_get->setIcon(icon(QStringLiteral("download")));
    m_stop->setIcon(icon(QStringLiteral("stop")));
    m_open->setIcon(icon(QStringLiteral("open-model")));
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_get, &QPushButton::clicked, this, &GetModelDialog::ask);
    connect(m_stop, &QPushButton::clicked, this, &GetModelDialog::stopAsked);
    connect(m_close, &QPushButton::clicked, this, &GetModelDialog::reject);
    connect(m_open, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT openAsked(m_got);
    });
}

void GetModelDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Where are models put?"), parentFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_folder->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

QString GetModelDialog::parentFolder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

GetSettings GetModelDialog::settings() const
{
    GetSettings settings;
    settings.model = m_model->text().trimmed();
    settings.revision = m_revision->text().trimmed();
    settings.hub = m_hub->text().trimmed();
    settings.into = QDir(parentFolder()).filePath(settings.model.section(u'/', -1));
    return settings;
}

void GetModelDialog::showTarget()
{
    const GetSettings wanted = settings();
    m_target->setText(wanted.model.contains(u'/') ? tr("Becomes %1").arg(QDir::toNativeSeparators(wanted.folder()))
                                                  : tr("Each model gets a folder of its own there."));
}

void GetModelDialog::ask()
{
    const GetSettings wanted = settings();
    const Result<void> right = attempt([&wanted] { wanted.check(); });
    if (!right)
        return sayProblem(describe(right.error()));
    if (parentFolder().isEmpty())
        return sayProblem(tr("Say in which folder models are put."));
    setState(State::Running);
    Q_EMIT getAsked(wanted);
}

void GetModelDialog::setState(State state)
{
    const bool runs = state == State::Running;
    for (QWidget *field : std::initializer_list<QWidget *>{m_model, m_revision, m_folder, m_browse, m_hub})
        field->setEnabled(!runs);
    for (QWidget *part : std::initializer_list<QWidget *>{m_bar, m_stage, m_pace, m_stop})
        part->setVisible(runs);
    m_get->setVisible(state == State::Asking);
    m_open->setVisible(state == State::Got);
    m_close->setText(runs ? tr("&Hide") : tr("&Close"));
    m_close->setToolTip(runs ? tr("The download goes on") : QString());
    (state == State::Got ? m_open : runs ? m_stop : m_get)->setDefault(true);
    m_icon->hide();
    m_sentence->hide();
    if (runs)
        showStatus({});
    fit();
}

void GetModelDialog::sayProblem(const QString &sentence)
{
    say(sentence, QStringLiteral("error"), Role::Problem);
}

void GetModelDialog::say(const QString &sentence, const QString &picture, Role role)
{
    m_icon->setPixmap(icon(picture, role).pixmap(QSize(18, 18), devicePixelRatio()));
    m_icon->show();
    m_sentence->setText(sentence);
    m_sentence->show();
    fit();
}

/// Sentences wrap: what is above them must not be squeezed.
void GetModelDialog::fit()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void GetModelDialog::showStatus(const JobStatus &status)
{
    m_bar->setRange(0, status.total > 0 ? 1000 : 0);
    m_bar->setValue(status.total > 0 ? static_cast<int>(1000 * status.done / status.total) : 0);
    m_stage->setText(status.stage);
    m_pace->setText(paceText(status));
}

void GetModelDialog::showStopped()
{
    setState(State::Asking);
    say(tr("Stopped. What came is kept: Download goes on from there."), QStringLiteral("info"), Role::Accent);
}

void GetModelDialog::showFailed(const QString &sentence)
{
    setState(State::Asking);
    sayProblem(sentence);
}

void GetModelDialog::showGot(const GotModel &model)
{
    m_got = model.folder;
    setState(State::Got);
    say(tr("%1 is complete and verified: %2 in %3 files, commit %4.")
            .arg(model.repository, formatBytes(static_cast<double>(model.bytes())))
            .arg(model.files.size())
            .arg(model.commit.left(8)),
        QStringLiteral("check"), Role::Good);
}

} // namespace cw
