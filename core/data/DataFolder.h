// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DataSets.h"

namespace cw {

/// A person's folder of data sets, in their official layouts or in a folder per set.
class DataFolder {
public:
    /// An empty path: no folder, and every set is missing. Throws Error of kind Input where path is no folder.
    explicit DataFolder(const QString &path = {});

    const QString &path() const { return m_path; }
    /// The first of the file's possible places in the folder where it lies; empty where it lies nowhere.
    QString find(const QString &set, const QString &file) const;
    /// The same; throws Error of kind File that names the set, its official address and where it is looked for.
    QString require(const QString &set, const QString &file) const;

    /// The text whose words a model should know: WikiText-2 of the folder, else the program's own.
    QString plainText() const;

private:
    QString m_path;
};

} // namespace cw
