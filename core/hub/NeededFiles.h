// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/HubListing.h"

#include <QVector>

namespace cw {

/// Which files of a repository make a checkpoint: configuration, weights of one framework, tokenizer, licence, card.
class NeededFiles {
public:
    /// Throws Error of kind Unsupported when there are no weights that can be read, or no config.json.
    NeededFiles(const HubListing &listing, const HubModel &model);

    /// The index that lists the shards of the weights; null when they are one file.
    const HubFile *index() const { return m_index; }
    /// All of them, small ones first. indexText: the content of index(). Throws Error of kind Format when it lists
    /// files that the hub does not, or when a file has no size or checksum to verify it with.
    QVector<HubFile> files(const QByteArray &indexText) const;

private:
    QVector<HubFile> shards(const QByteArray &indexText) const;

    const HubListing &m_listing;
    const HubModel &m_model;
    const HubFile *m_index = nullptr;
    const HubFile *m_weights = nullptr;
};

} // namespace cw
