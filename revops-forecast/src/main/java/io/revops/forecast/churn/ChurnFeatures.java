package io.revops.forecast.churn;

import java.util.List;

/** The features that come with the library. */
public final class ChurnFeatures {
    private ChurnFeatures() {}

    /** The ready set. */
    public static FeatureSet standard() {
        return FeatureSet.of("standard", "1", List.of(
                ChurnFeature.of("usage_30d", FeatureUnit.LOG_COUNT, (w, a) -> StrictMath.log1p(a.usage().in(w).events())).told("{} uses in the last 30 days")));
    }
}
