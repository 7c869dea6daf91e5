// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <cstdint>
#include <string>
#include <vector>

namespace cw {

/// Collects arrays for one .npz file, as numpy.savez writes it: a zip of .npy files without compression. Equal arrays
/// give equal bytes.
class NpzWriter {
public:
    using Shape = std::vector<std::int64_t>;

    /// Values in C order, the last axis fastest; as many as the shape holds.
    void add(const std::string &name, const Shape &shape, const std::vector<float> &values);
    void add(const std::string &name, const Shape &shape, const std::vector<double> &values);
    void add(const std::string &name, const Shape &shape, const std::vector<std::int64_t> &values);

    /// The file. Throws Error of kind Input above 4 GB, which plain zip cannot hold.
    QByteArray bytes() const;

private:
    struct Entry {
        QByteArray name;
        QByteArray content;
    };

    void add(const std::string &name, const char *type, const Shape &shape, const QByteArray &values);

    std::vector<Entry> m_entries;
};

} // namespace cw
