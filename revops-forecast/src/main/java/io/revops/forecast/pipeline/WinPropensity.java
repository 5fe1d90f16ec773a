package io.revops.forecast.pipeline;

import io.revops.forecast.History;
import io.revops.forecast.Provenance;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.Trainer;
import io.revops.forecast.Training;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.learn.LogisticModel;
import io.revops.forecast.learn.LogisticRegression;
import io.revops.forecast.learn.Measures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Whether what is known of a deal on the day it is opened tells if it will be won: its type, its owner, its size, and attributes of a
 * host's choice that are written by then.
 *
 * <p>It is learnt on the first three quarters of the closed deals, by the day they closed, and asked about the rest. Unless it is
 * right there by more than chance (the log-loss is lower than that of the rate of all by more than {@value #SURE} standard errors), it
 * is refused: everybody gets the rate of all. It is also refused below {@value PipelineForecast#FEWEST_WON} won and
 * {@value PipelineForecast#FEWEST_LOST} lost deals.
 */
public final class WinPropensity implements Trainer<WinPropensityModel> {
    private static final double SURE = 1.645;
    private static final double LEARNT = 0.75;
    private static final String NAME = "win propensity";

    private final List<String> attributes;
    private final PipelineOptions options;

    private WinPropensity(List<String> attributes, PipelineOptions options) {
        this.attributes = attributes;
        this.options = options;
    }

    /** From type, owner, size, and attributes that are written when a deal is opened: one that is written later gives the outcome away. */
    public static WinPropensity from(String... attributes) {
        return new WinPropensity(List.of(attributes), PipelineOptions.standard());
    }

    /** How the deals of the book are read. */
    public WinPropensity with(PipelineOptions option) {
        return new WinPropensity(attributes, option);
    }

    @Override
    public Training<WinPropensityModel> train(History history) {
        return train(Pipeline.of(history, options));
    }

    /** The model of deals that a host brings itself. */
    public Training<WinPropensityModel> train(Pipeline pipeline) {
        List<DealPath> closed = pipeline.deals().stream()
                .filter(d -> !d.isOpen())
                .sorted(Comparator.comparing((DealPath d) -> d.closed().orElseThrow())
                        .thenComparing(DealPath::id))
                .toList();
        long won = closed.stream().filter(DealPath::isWon).count();
        long lost = closed.size() - won;
        if (won < PipelineForecast.FEWEST_WON || lost < PipelineForecast.FEWEST_LOST) {
            return new Refused<>(
                    RefusalCode.TOO_FEW_CASES,
                    "A win propensity needs " + PipelineForecast.FEWEST_WON + " won and " + PipelineForecast.FEWEST_LOST
                            + " lost deals, and there are " + won + " and " + lost + ".",
                    Optional.of(new Refused.Need("closed deals of either outcome", 40, Math.min(won, lost))),
                    "the win rate of all, with the number of deals it rests on");
        }
        DealTraits traits = DealTraits.of(closed, attributes);
        DataSetBuilder rows = DataSet.of(traits.names().toArray(String[]::new)).asOf(pipeline.asOf());
        for (DealPath deal : closed) {
            rows.row(deal.id(), deal.isWon() ? 1 : 0, traits.of(deal));
        }
        DataSet data = rows.build();
        int split = (int) (closed.size() * LEARNT);
        DataSet first = data.select(IntStream.range(0, split).toArray());
        DataSet rest = data.select(IntStream.range(split, closed.size()).toArray());
        Training<LogisticModel> early = LogisticRegression.standard().learn(first);
        if (early instanceof Refused<LogisticModel> refused) {
            return refused.as();
        }
        double base = first.events() / (double) first.size();
        Held held = Held.of(early.orElseThrow().probabilities(rest), rest, base);
        if (held.gain() <= SURE * held.error()) {
            return new Refused<>(
                    RefusalCode.NO_BETTER_THAN_BASE_RATE,
                    "On " + rest.size() + " later deals " + held + ".",
                    Optional.empty(),
                    "the win rate of all, which was " + percent(base) + " of " + split + " deals");
        }
        Training<LogisticModel> whole = LogisticRegression.standard().learn(data);
        return whole instanceof Refused<LogisticModel> refused
                ? refused.as()
                : new Trained<>(
                        new WinPropensityModel(traits, whole.orElseThrow(), held.measures()),
                        new Provenance(
                                Provenance.LIBRARY,
                                NAME + " from " + attributes,
                                pipeline.asOf(),
                                OptionalLong.empty(),
                                data.fingerprint(),
                                java.time.zone.ZoneRulesProvider.getVersions("UTC")
                                        .lastKey(),
                                List.of()),
                        List.of("On " + rest.size() + " later deals " + held + "."));
    }

    /** How it did on deals that it had not seen. */
    private record Held(Measures measures, double gain, double error, double baseLoss) {
        static Held of(double[] probabilities, DataSet rest, double base) {
            double sum = 0;
            double squares = 0;
            double baseLoss = 0;
            int n = rest.size();
            for (int i = 0; i < n; i++) {
                boolean won = rest.label(i) == 1;
                double of = -StrictMath.log(won ? base : 1 - base);
                double gain = of + StrictMath.log(won ? probabilities[i] : 1 - probabilities[i]);
                sum += gain;
                squares += gain * gain;
                baseLoss += of / n;
            }
            double mean = sum / n;
            double variance = Math.max(0, squares / n - mean * mean);
            return new Held(Measures.of(rest.labels(), probabilities), mean, StrictMath.sqrt(variance / n), baseLoss);
        }

        @Override
        public String toString() {
            return "its log-loss was " + digits(measures.logLoss(), 4) + ", that of the rate of all "
                    + digits(baseLoss, 4)
                    + ", and its AUC "
                    + measures.auc().value().map(a -> digits(a, 3)).orElse("undefined");
        }
    }

    private static String digits(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toString();
    }

    private static String percent(double share) {
        return digits(100 * share, 1) + " %";
    }
}
