// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

namespace cw {

class Connection;

/// The scripts that bring a project file from version 0 (empty) to 1, from 1 to 2 ...: resources/sql/001.sql ...
QByteArrayList migrations();

/// Throws Error of kind Storage unless the file is a project of this version or an older one, and undamaged.
void checkProject(const Connection &connection, int newest);

/// Brings the file to the newest version, each step whole or not at all, and marks it as a project.
void migrate(Connection &connection, const QByteArrayList &steps);

} // namespace cw
