package io.revops.forecast.pipeline;

/** A way to tell what will be won in a period; the simplest first. */
public enum PipelineMethod {
    /** What was won in the period of the same length just before. */
    PREVIOUS_PERIOD("previous period"),
    /** What was won a day over the last thirteen weeks, carried on. */
    RUN_RATE("run rate"),
    /** What was won on the same days three months before. */
    SAME_PERIOD_LAST_QUARTER("same period last quarter"),
    /** What was won on the same days a year before. */
    SAME_PERIOD_LAST_YEAR("same period last year"),
    /** All that is open, times the share of closed deals that were won: there is no time in it. */
    OPEN_TIMES_WIN_RATE("open times win rate"),
    /** The amount of each open deal times the share of deals that were won once they had been in its stage: there is no time in it. */
    WEIGHTED_PIPELINE("weighted pipeline"),
    /** The open deals that sellers commit to close in the period, as they are called: the single roll-up of the category. */
    COMMIT("commit"),
    /** What sellers call in each category, times what came of such calls before, and what came beside them on average. */
    COMMIT_YIELDS("commit with yields"),
    /** The hazards of winning and losing of each open deal, and of those that will be opened. */
    TIME_MODEL("time model"),
    /** The mean of all methods, each with the weight of one over its mean squared error so far. */
    ENSEMBLE("ensemble");

    private final String words;

    PipelineMethod(String words) {
        this.words = words;
    }

    /** The method in a few words: {@code run rate}. */
    @Override
    public String toString() {
        return words;
    }
}
