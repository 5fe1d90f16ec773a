package io.revops.forecast.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A scorer whose log-odds are a sum over features, so that it can say why.
 *
 * <p>What a feature contributes is what the score is <em>associated</em> with in the rows the model learnt from; it is not what
 * would happen if somebody changed it.
 */
public interface Explained extends Scorer {
    /** The log-odds of the event. */
    double logOdds(double... values);

    /** The log-odds of each row of a table that {@link #fitting fits}. */
    default double[] logOddsOfEach(DataSet data) {
        DataSet rows = fitting(data);
        return IntStream.range(0, rows.size())
                .mapToDouble(i -> logOdds(rows.values(i)))
                .toArray();
    }

    /** The log-odds as a sum: a base, and what each feature contributes. */
    Reasons reasons(double... values);

    /** The reasons of each row of a table that {@link #fitting fits}. */
    default List<Reasons> reasonsOfEach(DataSet data) {
        DataSet rows = fitting(data);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> reasons(rows.values(i)))
                .toList();
    }

    @Override
    default double probability(double... values) {
        return LogOdds.probability(logOdds(values));
    }

    @Override
    default double[] probabilities(DataSet data) {
        return Arrays.stream(logOddsOfEach(data)).map(LogOdds::probability).toArray();
    }
}
