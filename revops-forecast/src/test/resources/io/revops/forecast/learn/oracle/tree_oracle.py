"""A decision tree by scikit-learn: shares nothing with the library.

Usage, in this folder: python3 tree_oracle.py > tree.json

scikit-learn grows best first by the Gini index with at most six leaves of at least 20 rows. The gain in likelihood by two terms, from the
rate of all rows, orders splits as the Gini index does, but for the library's penalty of one unit of curvature, which is that of some
five rows: the rows have splits that are plain enough not to depend on it. Features are whole numbers, so that both ask between the same values. A leaf's share is drawn by one row towards the rate.
"""
import json

import numpy as np
import sklearn
from sklearn.tree import DecisionTreeClassifier

rng = np.random.default_rng(20251126)
n = 600
x = np.column_stack([rng.poisson(6, n), rng.integers(0, 5, n), rng.poisson(2, n)])
chance = np.where(x[:, 0] < 5, np.where(x[:, 1] > 1, np.where(x[:, 2] > 1, 0.95, 0.6), 0.15),
                  np.where(x[:, 2] > 2, np.where(x[:, 1] > 2, 0.7, 0.3), 0.05))
y = (rng.uniform(size=n) < chance).astype(int)
tree = DecisionTreeClassifier(max_leaf_nodes=6, min_samples_leaf=20, random_state=0).fit(x, y)
leaf = tree.apply(x)
leaves = [{"rows": int((leaf == i).sum()), "events": int(y[leaf == i].sum())} for i in sorted(set(leaf))]
inner = tree.tree_.feature >= 0
print(json.dumps({
    "made by": f"python3 tree_oracle.py; scikit-learn {sklearn.__version__}, numpy {np.__version__}",
    "tolerance": "1e-12 for probabilities",
    "rows": x.tolist(), "labels": y.tolist(),
    "questions": sorted([f"f{f}", t] for f, t in zip(tree.tree_.feature[inner].tolist(), tree.tree_.threshold[inner].tolist())),
    "leaves": leaves, "leafOfRow": [sorted(set(leaf)).index(i) for i in leaf],
}, separators=(", ", ": ")))
