package io.revops.quickstart.churn;

import io.revops.forecast.learn.Boosting;
import io.revops.forecast.learn.Combination;
import io.revops.forecast.learn.Explained;
import io.revops.forecast.learn.Learner;
import io.revops.forecast.learn.LogisticRegression;
import java.util.List;

/** Which models are tried. */
enum ModelChoice {
    /** Logistic regression alone. */
    LOGISTIC,
    /** Boosting alone. */
    BOOSTING,
    /** Both, and whichever mixture of them is best on rows left out. */
    AUTO;

    /** The last one is what was asked for; those before it are for comparison. */
    List<Learner<? extends Explained>> learners() {
        return switch (this) {
            case LOGISTIC -> List.of(LogisticRegression.standard());
            case BOOSTING -> List.of(Boosting.standard());
            case AUTO -> List.of(LogisticRegression.standard(), Boosting.standard(), Combination.standard());
        };
    }
}
