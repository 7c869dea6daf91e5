# Effect sizes and p-values of association tests on drawn vectors, by NumPy 2 alone (Caliskan et al. 2017).
# Run: python association.py; writes ../data/measures/association.json
import itertools
import json

import numpy as np


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def association(w, a, b):
    return (unit(w) @ unit(a).T).mean(1) - (unit(w) @ unit(b).T).mean(1)


def test(x, y, a, b):
    sx, sy = association(x, a, b), association(y, a, b)
    both = np.concatenate([sx, sy])
    effect = (sx.mean() - sy.mean()) / both.std(ddof=1)
    n = len(x)
    sums = [both[list(half)].sum() for half in itertools.combinations(range(2 * n), n)]
    p = np.mean([s >= sx.sum() - 1e-12 for s in sums])
    return dict(associations=both.tolist(), effect=float(effect), p=float(p))


def main():
    random = np.random.default_rng(4)
    cases = []
    for n, m, width, shift in [(4, 5, 6, 0.0), (8, 8, 16, 0.4), (6, 7, 3, -1.0)]:
        sets = [random.normal(size=(k, width)).astype(np.float32) for k in (n, n, m, m)]
        sets[0] += np.float32(shift) * sets[2].mean(0)
        case = test(*[s.astype(np.float64) for s in sets])
        case["sets"] = [s.tolist() for s in sets]
        cases.append(case)
    json.dump(cases, open("../data/measures/association.json", "w"))


if __name__ == "__main__":
    main()
