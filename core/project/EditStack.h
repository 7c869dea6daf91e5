// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Attempt.h"
#include "core/jobs/EnabledEdit.h"
#include "core/store/Records.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QVector>
#include <memory>
#include <vector>

namespace cw {

struct ActiveEdit;
struct EditContent;
struct PackedEdit;
class Project;

/// The edits of the open project, bottom first, and everything that was done to them and to its runs since it was
/// opened: each step can be undone and done again. A step is the whole list before and after, which is small, as what
/// edits change is kept apart under its hash and never changes itself.
class EditStack : public QObject {
    Q_OBJECT

public:
    /// Whether more of the same is to come, as while a slider is held: then it is one step, and written at its end.
    enum class Pace { Done, GoesOn };

    explicit EditStack(Project &project, QObject *parent = nullptr);

    const QVector<EditRecord> &edits() const { return m_edits; }
    /// Its place in the list, -1 where there is none.
    int place(const QString &id) const;
    /// What an edit changes. Error of kind Storage where the project does not hold it whole.
    Result<std::shared_ptr<const Edit>> content(const EditRecord &edit) const;
    /// The edits that are on, whatever model they were made for; below: those below a place, -1: all.
    Result<QVector<EnabledEdit>> enabled(int below = -1) const;
    /// Those for a model of this hash.
    Result<std::vector<ActiveEdit>> active(const QString &base) const;
    /// How those for a model of this hash are made again: {"edits": [...]}, each with its strength.
    QJsonObject recipe(const QString &base) const;
    /// What is known of them, likewise; the facts are those at strength 1.
    QJsonObject facts(const QString &base) const;
    /// Those for a model of this hash that are on; below: those below a place, -1: all.
    StackSnapshot snapshot(const QString &base, int below = -1) const;
    /// Something below it is no longer as it was when it was made.
    bool isStale(const EditRecord &edit) const;
    /// The edits that are on and may change a weight that this one changes.
    QStringList overlapping(const EditRecord &edit) const;

    QString add(const PackedEdit &edit); ///< on top; gives its id
    /// Puts another change in the place of an edit, which keeps its name and strength. Gives its id.
    QString replace(const QString &id, const PackedEdit &edit);
    void remove(const QStringList &ids); ///< one step, however many they are
    QString duplicate(const QString &id);
    /// In place of several, the lowest of them, one that does what those that are on do together, at strength 1.
    Result<QString> merge(const QStringList &ids);
    void move(const QString &id, int place);
    void setOn(const QString &id, bool isOn);
    void setAlpha(const QString &id, double alpha, Pace pace = Pace::Done);
    void rename(const QString &id, const QString &title);
    void setNote(const QString &id, const QString &note);
    void setColour(const QString &id, const QString &colour);
    void removeRun(std::int64_t run); ///< of the project: a step, too
    /// Keeps what was found out about an edit since it was made, also with its copies and wherever undo() brings it
    /// back: no step, as nothing was done. Nothing where it was made anew in the meantime.
    void addFact(const EditRecord &edit, const QString &name, const QJsonValue &fact);

    bool canUndo() const { return m_position > 0; }
    bool canRedo() const { return m_position + 1 < m_steps.size(); }
    /// What undo() takes back and redo() does again: "Remove \u201czero\u201d"; empty where there is nothing.
    QString undoText() const;
    QString redoText() const;
    void undo();
    void redo();

Q_SIGNALS:
    void changed();
    /// More is known of an edit; the list is as it was.
    void factAdded();

private:
    struct Step {
        QVector<EditRecord> edits;
        QString text; ///< of what led here
        QString held; ///< what goes on; empty: it is done
        QSet<std::int64_t> removedRuns = {};
    };

    static QString newId();
    /// How one is made again, with its strength.
    static QJsonObject recipePart(const EditRecord &edit);
    /// {"edits": [...]}: what part(edit) gives of each for a model of this hash that is on.
    template <class F> QJsonObject parts(const QString &base, const F &part) const;
    void load();
    void write();
    void writeAgain(); ///< what was done while nothing could be written
    /// A step to this list. held: what goes on with it; continues: it is more of the step before.
    void take(QVector<EditRecord> edits, const QString &text, const QString &held = {}, bool continues = false);
    void show(std::size_t position);
    /// Changes one edit by f(record), as a step of this text.
    template <class F> void change(const QString &id, const QString &text, const F &f);
    bool overlaps(const EditRecord &one, const EditRecord &other) const;
    EditRecord mergedRecord(const QVector<EditRecord> &edits);
    /// Puts what an edit changes into the project, and its hash into the edit.
    void keep(EditRecord &edit, const EditContent &content, const std::shared_ptr<const Edit> &change);

    Project &m_project;
    QVector<EditRecord> m_edits;
    bool m_isRead = true; ///< else the project may hold others, which nothing is written over
    std::vector<Step> m_steps;
    std::size_t m_position = 0;
    mutable QHash<QString, std::shared_ptr<const Edit>> m_contents; ///< those that were read, by hash
    mutable QHash<QPair<QString, QString>, bool> m_overlaps;        ///< of contents, by their hashes in order
};

} // namespace cw
