// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVector>

namespace cw {

class Terminal;

/// What a command asks to be done with patches.
struct PatchOrder {
    QStringList patches;
    QString model;
    QString out;
    QVector<double> alphas; ///< of the patches in their order; missing ones are 1
    bool isForced = false;  ///< also to another model than a patch was made for
    QString device;
    QString dtype;
    QString project; ///< on whose stack a patch that is applied is laid; empty: none

    double alpha(int patch) const { return patch < alphas.size() ? alphas[patch] : 1; }
};

/// Each answers and returns the exit code.
int showPatch(const PatchOrder &order, const Terminal &terminal);
int applyPatch(const PatchOrder &order, const Terminal &terminal);
int mergePatches(const PatchOrder &order, const Terminal &terminal);

} // namespace cw
