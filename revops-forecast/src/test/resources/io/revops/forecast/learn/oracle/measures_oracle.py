"""Measures, isotonic regression, a ridge and DeLong's test by scikit-learn, scipy and brute force; shares nothing with the library.

Usage, in this folder: python3 measures_oracle.py > measures.json

Scores come from numpy's PCG64 with the seed below, one set rounded to two digits so that many are equal. DeLong's variances are
worked out pair by pair from their definition, the calibration line by scipy's optimiser on the likelihood.
"""
import json

import numpy as np
import scipy
import scipy.optimize
import scipy.stats
import sklearn
from sklearn import metrics
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(20250331)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def ece(y, p, bins):
    place = np.minimum((p * bins).astype(int), bins - 1)
    return float(sum(abs(p[place == b].mean() - y[place == b].mean()) * (place == b).mean() for b in set(place)))


def line(y, p):
    x = np.log(p) - np.log1p(-p)

    def loss(beta, slope_free):
        eta = beta[0] + (beta[1] * x if slope_free else x)
        return np.sum(np.logaddexp(0, eta) - y * eta)

    both = scipy.optimize.minimize(loss, [0, 1], args=(True,), method="BFGS", options={"gtol": 1e-8})
    large = scipy.optimize.minimize(loss, [0], args=(False,), method="BFGS", options={"gtol": 1e-8})
    return {"intercept": both.x[0], "slope": both.x[1], "inTheLarge": large.x[0]}


def delong(y, a, b):
    def kernel(s):
        pos, neg = s[y == 1], s[y == 0]
        return (pos[:, None] > neg[None, :]) + 0.5 * (pos[:, None] == neg[None, :])

    ka, kb = kernel(a), kernel(b)
    m, n = ka.shape
    ten = np.cov(ka.mean(axis=1), kb.mean(axis=1))
    one = np.cov(ka.mean(axis=0), kb.mean(axis=0))
    s = ten / m + one / n
    difference = kb.mean() - ka.mean()
    z = difference / np.sqrt(s[0, 0] + s[1, 1] - 2 * s[0, 1])
    return {"champion": ka.mean(), "challenger": kb.mean(), "championVariance": s[0, 0], "challengerVariance": s[1, 1],
            "covariance": s[0, 1], "pValue": 2 * scipy.stats.norm.sf(abs(z))}


def scored(name, n, digits):
    x = rng.normal(size=n)
    y = (rng.uniform(size=n) < sigmoid(x - 1)).astype(int)
    a = np.clip(np.round(sigmoid(1.3 * x - 0.7 + 0.3 * rng.normal(size=n)), digits), 0.01, 0.99)
    b = np.clip(np.round(sigmoid(x - 1 + 0.8 * rng.normal(size=n)), digits), 0.01, 0.99)
    iso = IsotonicRegression(out_of_bounds="clip").fit(a, y)
    grid = np.round(np.linspace(0.005, 0.995, 34), 6)
    return {
        "name": name, "labels": y.tolist(), "scores": a.tolist(), "others": b.tolist(),
        "auc": metrics.roc_auc_score(y, a), "averagePrecision": metrics.average_precision_score(y, a),
        "logLoss": metrics.log_loss(y, a), "brier": metrics.brier_score_loss(y, a),
        "ks": scipy.stats.ks_2samp(a[y == 1], a[y == 0]).statistic,
        "ece": ece(y, a, 10), "calibration": line(y, a), "delong": delong(y, a, b),
        "isotonic": iso.predict(a).tolist(), "grid": grid.tolist(), "isotonicOfGrid": iso.predict(grid).tolist(),
    }


def ridge():
    n = 300
    x = np.round(np.column_stack([rng.normal(10, 3, n), rng.exponential(500, n), rng.integers(0, 2, n)]), 3)
    y = (rng.uniform(size=n) < sigmoid(0.4 * (x[:, 0] - 10) - 0.001 * x[:, 1] + x[:, 2])).astype(int)
    scaler = StandardScaler().fit(x)
    fits = []
    for c in [1.0, 0.1]:
        fit = LogisticRegression(C=c, solver="newton-cg", tol=1e-12, max_iter=10000).fit(scaler.transform(x), y)
        p = fit.predict_proba(scaler.transform(x))[:, 1]
        fits.append({"lambda": 1 / c, "coefficients": (fit.coef_[0] / scaler.scale_).tolist(),
                     "intercept": float(fit.intercept_[0] - np.sum(fit.coef_[0] * scaler.mean_ / scaler.scale_)),
                     "logLikelihood": float(np.sum(y * np.log(p) + (1 - y) * np.log1p(-p)))})
    return {"rows": x.tolist(), "labels": y.tolist(), "fits": fits}


print(json.dumps({
    "made by": f"python3 measures_oracle.py; scikit-learn {sklearn.__version__}, scipy {scipy.__version__}, numpy {np.__version__}",
    "tolerance": "1e-9, and 1e-6 for what an optimiser found (calibration line, ridge)",
    "scored": [scored("many digits", 500, 6), scored("ties", 500, 2)],
    "ridge": ridge(),
}, indent=None, separators=(", ", ": ")))
