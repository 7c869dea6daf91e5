// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GetSettings.h"
#include "core/jobs/JobStatus.h"
#include "widgets/style/Theme.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace cw {

struct GotModel;

/// Asks which model is to be downloaded from a hub and shows how that goes. It may be hidden meanwhile.
class GetModelDialog final : public QDialog {
    Q_OBJECT
public:
    /// folder: where downloaded models are put, each into a folder of its own.
    GetModelDialog(const QString &hub, const QString &folder, QWidget *parent = nullptr);

    QString parentFolder() const;
    void showStatus(const cw::JobStatus &status);
    void showStopped();
    void showFailed(const QString &sentence);
    void showGot(const cw::GotModel &model);

Q_SIGNALS:
    void getAsked(const cw::GetSettings &settings);
    void stopAsked();
    void openAsked(const QString &folder);

private:
    enum class State { Asking, Running, Got };

    void buildForm();
    void buildProgress();
    void buildButtons();
    void chooseFolder();
    void ask();
    void setState(State state);
    void say(const QString &sentence, const QString &picture, Role role);
    void sayProblem(const QString &sentence);
    void fit();
    void showTarget();
    GetSettings settings() const;

    QLineEdit *m_model;
    QLineEdit *m_revision;
    QLineEdit *m_folder;
    QPushButton *m_browse;
    QLineEdit *m_hub;
    QLabel *m_target;
    QLabel *m_icon;
    QLabel *m_sentence;
    QProgressBar *m_bar;
    QLabel *m_stage;
    QLabel *m_pace;
    QPushButton *m_get;
    QPushButton *m_stop;
    QPushButton *m_open;
    QPushButton *m_close;
    QString m_got; ///< the folder that can be opened
};

} // namespace cw
