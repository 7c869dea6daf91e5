// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListView;

namespace cw {

class ShownPreview;
class Sparkline;

/// The live scores: the bias score and the perplexity before and now, how they went, and every probe prompt.
class PreviewPanel final : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPanel(const ShownPreview &shown, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person wants to choose the probe set.
    void probeSetAsked();
    /// A probe prompt is to be looked into.
    void promptAsked(const QString &prompt, const QString &subject);

private:
    void follow();
    QString stateText() const;
    QString scoreName() const;
    QString scoreText() const;
    QString placeboText() const;
    QString perplexityText() const;

    const ShownPreview &m_shown;
    QLabel *m_state;
    QLabel *m_score;
    QLabel *m_placebo;
    QLabel *m_perplexity;
    Sparkline *m_scoreLine;
    Sparkline *m_perplexityLine;
    QListView *m_prompts;
};

} // namespace cw
