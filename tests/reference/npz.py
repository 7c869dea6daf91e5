# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/npz/x.npz: what numpy.savez writes for x = [1, 2] in fp32, without the differences that NpzWriter
does not copy (zip64 extra fields and the time of day).

    python tests/reference/npz.py tests/data/npz
"""

import io
import pathlib
import sys
import zipfile

import numpy

target = pathlib.Path(sys.argv[1])
target.mkdir(parents=True, exist_ok=True)
array = io.BytesIO()
numpy.save(array, numpy.array([1, 2], numpy.float32))
with zipfile.ZipFile(target / "x.npz", "w", zipfile.ZIP_STORED) as file:
    entry = zipfile.ZipInfo("x.npy")
    entry.create_system = 0
    file.writestr(entry, array.getvalue())
assert (numpy.load(target / "x.npz")["x"] == [1, 2]).all()
