#!/usr/bin/env python3
"""Straight lines, their rolling-origin errors and quantiles, in exact fractions; shares nothing with the library.

Usage: python3 src/test/oracle/straight_line_oracle.py > src/test/resources/io/revops/forecast/series/straight_line.json

Errors of a line are measured from six months on, or from fewer where there would be none as far ahead. Least squares by the normal equations over Fractions (numpy.polyfit must agree to 1e-9); quantiles of n errors by the order
statistic at (n + 1) p, the outer one between two; normal quantiles by scipy.stats.norm.ppf.
"""
import json
import math
import sys
from fractions import Fraction as F

import numpy
import scipy.stats

AHEAD = 3
LEVELS = [F(1, 10), F(1, 4), F(1, 2), F(3, 4), F(9, 10)]


def generated(seed, months, start, slope, noise):
    """A series of cents by a small congruential generator, so that anybody can make it again."""
    state, values = seed, []
    for t in range(months):
        state = (state * 1103515245 + 12345) % 2**31
        values.append(F(round((start + slope * t) * 100) + state % (2 * noise) - noise, 100))
    return values


def line(values):
    n, s_t = len(values), sum(range(len(values)))
    s_tt, s_y = sum(t * t for t in range(n)), sum(values)
    s_ty = sum(t * y for t, y in enumerate(values))
    slope = F(n * s_ty - s_t * s_y) / F(n * s_tt - s_t * s_t)
    intercept = (s_y - slope * s_t) / n
    fitted = numpy.polyfit(range(n), [float(y) for y in values], 1)
    assert abs(fitted[0] - float(slope)) <= 1e-9 * max(1, abs(slope)), (fitted, slope)
    assert abs(fitted[1] - float(intercept)) <= 1e-9 * max(1, abs(intercept)), (fitted, intercept)
    return lambda t: intercept + slope * t


def run_rate(values):
    return lambda t: values[-1]


def quantile(outcomes, p):
    ordered, at = sorted(outcomes), (len(outcomes) + 1) * p
    low, high = math.floor(at), math.ceil(at)
    if low < 1 or high > len(ordered):
        return None
    if p == F(1, 2):
        return (ordered[low - 1] + ordered[high - 1]) / 2
    return ordered[(low if p < F(1, 2) else high) - 1]


def method(fit, fewest, settled, values):
    n = len(values)

    def measured_from(months):
        return max(fewest, min(settled, months - AHEAD))

    trials = {h: [] for h in range(1, AHEAD + 1)}
    for seen in range(fewest, n):
        at = fit(values[:seen])
        for h in range(1, AHEAD + 1):
            if seen + h <= n:
                point = at(seen + h - 1)
                known = [a - p for s, p, a, _ in trials[h] if measured_from(seen) <= s <= seen - h]
                bands = {q: quantile([point + e for e in known], q) for q in LEVELS} if known else {}
                trials[h].append((seen, point, values[seen + h - 1], bands))
    final, horizons = fit(values), []
    for h in range(1, AHEAD + 1):
        trials[h] = [t for t in trials[h] if t[0] >= measured_from(n)]
        point = final(n + h - 1)
        errors = [a - p for _, p, a, _ in trials[h]]
        size = sum(abs(a) for _, _, a, _ in trials[h])
        both = [(b[F(1, 10)], a, b[F(9, 10)]) for _, _, a, b in trials[h] if b.get(F(1, 10)) is not None]
        horizons.append({
            "ahead": h,
            "point": float(point),
            "errors": [float(e) for e in errors],
            "quantiles": [float(quantile([point + e for e in errors], q)) for q in LEVELS],
            "wape": float(sum(abs(e) for e in errors) / size),
            "mape": float(sum(abs(p - a) / abs(a) for _, p, a, _ in trials[h]) / len(errors)),
            "bias": float(-sum(errors) / size),
            "inside80": sum(lo <= a <= hi for lo, a, hi in both),
            "of80": len(both),
        })
    return horizons


def main():
    cases = []
    for seed, months, start, slope, noise in [(1, 24, 1000, 12.5, 2500), (7, 40, 250000, -1250, 900000), (11, 60, 5, 0.25, 60)]:
        values = generated(seed, months, start, slope, noise)
        assert all(v > 0 for v in values)
        cases.append({
            "values": [float(v) for v in values],
            "run_rate": method(run_rate, 1, 1, values),
            "growth_line": method(line, 2, 6, values),
        })
    probabilities = [1e-300, 1e-20, 1e-9, 1e-4, 0.01, 0.075, 0.1, 0.25, 0.4, 0.5, 0.6, 0.924, 0.95, 0.975, 0.999, 1 - 1e-12]
    json.dump({
        "made by": "python3 src/test/oracle/straight_line_oracle.py; numpy %s, scipy %s" % (numpy.__version__, scipy.__version__),
        "tolerance": "1e-9 relative: sums of doubles against exact fractions; normal quantiles 1e-14 relative",
        "levels": [float(q) for q in LEVELS],
        "cases": cases,
        "normal": [[p, float(scipy.stats.norm.ppf(p))] for p in probabilities],
    }, sys.stdout, indent=1)
    print()


main()
