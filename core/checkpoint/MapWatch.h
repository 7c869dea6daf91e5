// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <array>
#include <atomic>

class QFile;

namespace cw {

/// Watches over a file that is mapped into memory. Another program may write to it in place meanwhile: where it is cut
/// short, pages past its new end read as zeros from then on instead of ending this program (SIGBUS), and
/// requireUnchangedMaps() says so.
class MapWatch {
public:
    /// map is what file.map() gave of the whole of file, which stays open as long as this.
    MapWatch(const QFile &file, QByteArrayView map);
    ~MapWatch();
    MapWatch(const MapWatch &) = delete;
    MapWatch &operator=(const MapWatch &) = delete;

    /// Whether the file has been written to since.
    bool hasChanged() const;
    QString path() const { return m_path; }

private:
    struct Pages;
    using Stamp = std::array<qint64, 3>; ///< bytes, and when it was written, in seconds and nanoseconds

    static Stamp stampOf(int handle);
    static Pages *freePages();
    static void catchBusErrors();

    static std::atomic<Pages *> s_first;

    const QString m_path;
    const int m_handle;
    const Stamp m_opened;
    Pages *m_pages; ///< of this map, for the handler of the signal
};

/// Throws Error of kind File that names the first file of those mapped now that has been written to since it was
/// opened: what was computed of it meanwhile may be wrong.
void requireUnchangedMaps();

} // namespace cw
