// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace cw {

/// A model on a Hugging Face compatible hub, and where on it things are.
class HubModel {
public:
    /// Throws Error of kind Input when the hub is no web address, the repository is no OWNER/NAME, or the revision
    /// cannot be the name of a branch, a tag or a commit.
    HubModel(const QString &hub, const QString &repository, const QString &revision);

    const QUrl &hub() const { return m_hub; }
    const QString &repository() const { return m_repository; }
    const QString &revision() const { return m_revision; }
    QString name() const; ///< without its owner

    /// Where the hub lists the files of the revision.
    QUrl listing() const;
    QUrl file(const QString &commit, const QString &name) const;
    /// What a person reads about the model.
    QUrl page() const;

private:
    QUrl at(const QByteArray &path) const;

    QUrl m_hub;
    QString m_repository;
    QString m_revision;
};

} // namespace cw
