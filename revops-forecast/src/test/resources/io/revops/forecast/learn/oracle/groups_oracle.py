"""Rows of several days of one account by numpy and scipy: areas under the curve and a logistic regression with the errors of groups.

Usage, in this folder: python3 groups_oracle.py > groups.json

It shares nothing with the library. Areas are pair by pair from their definition; their variance is Obuchowski's (Biometrics 53, 1997,
567-578, formulas for S10, S01 and S11). The regression is Newton's method on columns standardised by weight, with a penalty of
lambda / 2 times the sum of squares of all but the base; its covariance is A^-1 (sum over groups of s s') A^-1 times G / (G - 1),
A being the penalised information and s a group's sum of scores without the penalty. A column of which 20 rows are missing has a
column that says so, and stands at its mean there.
"""
import json

import numpy as np
import scipy
import scipy.stats

rng = np.random.default_rng(20251126)


def placements(y, s):
    kernel = (s[y == 1][:, None] > s[y == 0][None, :]) + 0.5 * (s[y == 1][:, None] == s[y == 0][None, :])
    return kernel.mean(), kernel.mean(axis=1), kernel.mean(axis=0)


def obuchowski(y, a, b, g):
    ids = sorted(set(g))
    m, n = int(y.sum()), int((1 - y).sum())
    sums = []
    areas = []
    for s in (a, b):
        area, ten, one = placements(y, s)
        areas.append(area)
        x = np.array([ten[g[y == 1] == i].sum() - (g[y == 1] == i).sum() * area for i in ids])
        z = np.array([one[g[y == 0] == i].sum() - (g[y == 0] == i).sum() * area for i in ids])
        sums.append((x, z))
    i10, i01, i = len(set(g[y == 1])), len(set(g[y == 0])), len(ids)

    def s(p, q):
        s10 = i10 / ((i10 - 1) * m) * np.sum(sums[p][0] * sums[q][0])
        s01 = i01 / ((i01 - 1) * n) * np.sum(sums[p][1] * sums[q][1])
        s11 = i / (i - 1) * np.sum(sums[p][0] * sums[q][1])
        s11t = i / (i - 1) * np.sum(sums[q][0] * sums[p][1])
        return s10 / m + s01 / n + (s11 + s11t) / (m * n)

    z = (areas[1] - areas[0]) / np.sqrt(s(0, 0) + s(1, 1) - 2 * s(0, 1))
    return {"champion": areas[0], "challenger": areas[1], "championVariance": s(0, 0), "challengerVariance": s(1, 1),
            "covariance": s(0, 1), "pValue": 2 * scipy.stats.norm.sf(abs(z)),
            "low": areas[0] - scipy.stats.norm.ppf(0.975) * np.sqrt(s(0, 0)),
            "high": areas[0] + scipy.stats.norm.ppf(0.975) * np.sqrt(s(0, 0))}


def ranked(name, groups, days, prone):
    """Accounts on several days each; few events, in few accounts, some accounts with rows of both kinds."""
    g, y, a, b = [], [], [], []
    for i in range(groups):
        usual = rng.normal()
        leaves = rng.uniform() < prone
        for _ in range(1 + rng.integers(days)):
            g.append(f"a{i}")
            y.append(int(leaves and rng.uniform() < 0.7))
            a.append(round(float(0.2 + 0.5 / (1 + np.exp(-usual - leaves))), 2))
            b.append(round(float(0.1 + 0.6 / (1 + np.exp(-usual - 0.6 * leaves - 0.3 * rng.normal()))), 2))
    arrays = np.array(y), np.array(a), np.array(b), np.array(g)
    return {"name": name, "groups": g, "labels": y, "champion": a, "others": b, **{"says": obuchowski(*arrays)}}


def spread(data, lam):
    x, w, y, g = data["x"], data["weights"], data["labels"], data["groups"]
    columns = []
    for c in range(x.shape[1]):
        v, gap = x[:, c], np.isnan(x[:, c])
        mean = np.average(v[~gap], weights=w[~gap])
        filled = np.where(gap, mean, v)
        columns.append((filled - mean) / np.sqrt(np.average((filled - mean) ** 2, weights=w)))
        if gap.sum() >= 20:
            share = np.average(gap, weights=w)
            columns.append((gap - share) / np.sqrt(share * (1 - share)))
    z = np.column_stack([np.ones(len(y))] + columns)
    pen = np.diag([0.0] + [lam] * len(columns))
    beta = np.zeros(z.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-z @ beta))
        beta = beta + np.linalg.solve(z.T @ (z * (w * p * (1 - p))[:, None]) + pen, z.T @ (w * (y - p)) - pen @ beta)
    p = 1 / (1 + np.exp(-z @ beta))
    bread = np.linalg.inv(z.T @ (z * (w * p * (1 - p))[:, None]) + pen)
    scores = z * (w * (y - p))[:, None]
    by = np.array([scores[g == i].sum(axis=0) for i in sorted(set(g))])
    return {"lambda": lam, "standardised": beta.tolist(),
            "covariance": (len(by) / (len(by) - 1) * bread @ by.T @ by @ bread).ravel().tolist()}


def regression():
    g, rows, y, w = [], [], [], []
    for i in range(60):
        usual = rng.normal()
        for _ in range(1 + rng.integers(4)):
            usage = round(float(50 + 20 * usual + 5 * rng.normal()), 2)
            tickets = float(rng.integers(5))
            g.append(f"a{i}")
            y.append(int(rng.uniform() < 1 / (1 + np.exp(0.4 + usual - 0.3 * tickets))))
            rows.append([None if rng.uniform() < 0.2 else usage, tickets])
            w.append(round(float(rng.uniform(0.5, 2)), 2))
    x = np.array([[np.nan if v is None else v for v in row] for row in rows])
    data = {"x": x, "weights": np.array(w), "labels": np.array(y), "groups": np.array(g)}
    return {"groups": g, "rows": rows, "labels": y, "weights": w, "fits": [spread(data, 0.0), spread(data, 1.0)]}


print(json.dumps({
    "made by": f"python3 groups_oracle.py; scipy {scipy.__version__}, numpy {np.__version__}",
    "tolerance": "1e-12 for areas; 1e-7 relative for the covariance, whose coefficients two ways lead to",
    "ranked": [ranked("few events in few accounts", 40, 4, 0.2), ranked("many events", 30, 5, 0.6)],
    "regression": regression(),
}, separators=(", ", ": ")))
