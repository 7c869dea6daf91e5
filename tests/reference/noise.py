# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/data/noise/seedN.txt: the first 1000 numbers of NumPy's RandomState(N).randn, as hexadecimal floats."""
import pathlib

import numpy

folder = pathlib.Path(__file__).resolve().parent.parent / "data" / "noise"
for seed in (1, 7):
    values = numpy.random.RandomState(seed).randn(1000)
    lines = [f"# numpy {numpy.__version__}"] + [float(value).hex() for value in values]
    (folder / f"seed{seed}.txt").write_text("\n".join(lines) + "\n")
