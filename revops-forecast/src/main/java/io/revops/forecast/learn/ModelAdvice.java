package io.revops.forecast.learn;

/** What to do with a model that has been in use. */
public enum ModelAdvice {
    /** Nothing speaks against it. */
    KEEP,
    /** Columns moved; whether that matters is seen when the outcomes are known. */
    WATCH,
    /** It still ranks, but its probabilities are off: make a new calibrator of the matured rows. */
    RECALIBRATE,
    /** It ranks worse than it did, or scores other accounts than it learnt from: train it again. */
    RETRAIN
}
