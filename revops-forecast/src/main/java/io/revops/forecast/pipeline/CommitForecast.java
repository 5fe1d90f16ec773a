package io.revops.forecast.pipeline;

import io.revops.forecast.Fingerprint;
import io.revops.forecast.History;
import io.revops.forecast.Horizons;
import io.revops.forecast.Nature;
import io.revops.forecast.Provenance;
import io.revops.forecast.Quantity;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.Trainer;
import io.revops.forecast.Training;
import io.revops.metric.Unit;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Commit forecasting: what has closed, plus what sellers call in each category times what came of such calls before, plus what
 * comes of deals that nobody had called.
 *
 * <p>Yields are learnt from periods that have passed: each is looked at on the day that was as far from its end, with the
 * categories, amounts and close dates that were seen on that day. A seller's yield is drawn towards that of the category. The
 * interval comes from what the same method missed in those periods, each forecast made with what had been learnt until its own day:
 * of deals that were called as a share of what was called, of others in money.
 *
 * <p>It assumes that sellers go on calling as they did. It knows no season beyond that of the day in the period, and no deal's age:
 * a model of hazards does. Where quarters end strongly the months of a quarter are not alike: forecast quarters then. It is refused below {@link ResolvedPeriods#fewest} resolved periods in which something was called. A
 * category that was never called before has no yield, and is not counted, which is said.
 *
 * <p>Reference: J. Scott Armstrong (ed.), Principles of Forecasting, 2001, chapter on judgmental adjustment and bootstrapping
 * (correcting judgments by their own past errors); the categories are those of Salesforce Collaborative Forecasts.
 */
public final class CommitForecast implements Trainer<CommitModel> {
    /** Stands between two words of a fingerprint, and in none. */
    private static final char BETWEEN = '\u0001';

    private final Horizons horizons;
    private final CategoryMap stages;
    private final ResolvedPeriods periods;
    private final SellerShrinkage sellers;
    private final PipelineOptions options;

    private CommitForecast(
            Horizons horizons,
            CategoryMap stages,
            ResolvedPeriods periods,
            SellerShrinkage sellers,
            PipelineOptions options) {
        this.horizons = horizons;
        this.stages = stages;
        this.periods = periods;
        this.sellers = sellers;
        this.options = options;
    }

    /** Of the quarter that the day after the as-of day is in, from five to twelve resolved quarters. */
    public static CommitForecast ofQuarter() {
        return of(Cadence.QUARTER);
    }

    /** Of the period of a cadence that the day after the as-of day is in. */
    public static CommitForecast of(Cadence cadence) {
        return new CommitForecast(
                day -> List.of(Span.containing(day.plusDays(1), cadence)),
                CategoryMap.none(),
                ResolvedPeriods.standard(),
                SellerShrinkage.standard(),
                PipelineOptions.standard());
    }

    /** For other periods, the nearest first: a fiscal quarter, the quarter after the running one. */
    public CommitForecast with(Horizons option) {
        return new CommitForecast(Objects.requireNonNull(option, "option"), stages, periods, sellers, options);
    }

    /** Which category a stage stands for, where a deal has none. */
    public CommitForecast with(CategoryMap option) {
        return new CommitForecast(horizons, Objects.requireNonNull(option, "option"), periods, sellers, options);
    }

    public CommitForecast with(ResolvedPeriods option) {
        return new CommitForecast(horizons, stages, Objects.requireNonNull(option, "option"), sellers, options);
    }

    /** How far a seller's yield is drawn towards that of the category. */
    public CommitForecast with(SellerShrinkage option) {
        return new CommitForecast(horizons, stages, periods, Objects.requireNonNull(option, "option"), options);
    }

    /** How the deals of a book are read. */
    public CommitForecast with(PipelineOptions option) {
        return new CommitForecast(horizons, stages, periods, sellers, Objects.requireNonNull(option, "option"));
    }

    @Override
    public Training<CommitModel> train(History history) {
        return train(
                Pipeline.of(history, options),
                history.view().map(v -> v.policy().conventions()).orElse(List.of()));
    }

    /** The model of deals that a host brings itself. */
    public Training<CommitModel> train(Pipeline pipeline) {
        return train(pipeline, List.of());
    }

    private Training<CommitModel> train(Pipeline pipeline, List<String> policy) {
        List<CommitPeriod> learnt = new ArrayList<>();
        for (Span horizon : horizons.of(pipeline.asOf())) {
            CommitPeriod period = new CommitLearning(stages, periods, sellers.periods()).learn(pipeline, horizon);
            if (period.resolved() < periods.fewest() || period.errors().isEmpty()) {
                return tooFew(period);
            }
            learnt.add(period);
        }
        Provenance provenance = new Provenance(
                Provenance.LIBRARY,
                "commit, " + periods.fewest() + " to " + periods.most() + " resolved periods, a category worth "
                        + sellers.periods() + " of a seller's",
                pipeline.asOf(),
                OptionalLong.empty(),
                fingerprint(pipeline),
                ZoneRulesProvider.getVersions("UTC").lastKey(),
                policy);
        Quantity quantity = new Quantity("bookings", "Bookings", Unit.MONEY, pipeline.currency(), Nature.FLOW);
        CommitModel model = new CommitModel(new CommitNumbers(CommitNumbers.VERSION, quantity, learnt, provenance));
        return new Trained<>(
                model,
                provenance,
                List.of("Sellers' calls, corrected by what came of them in "
                        + learnt.get(0).resolved() + " periods."));
    }

    private Refused<CommitModel> tooFew(CommitPeriod period) {
        return new Refused<>(
                RefusalCode.HISTORY_TOO_SHORT,
                "A commit forecast of " + period.horizon() + " needs " + periods.fewest()
                        + " periods that have passed in which somebody had called a deal by the same day, and there are "
                        + period.resolved() + ".",
                Optional.of(new Refused.Need("resolved periods", periods.fewest(), period.resolved())),
                "read closed and commit as they are called, or forecast months");
    }

    private static String fingerprint(Pipeline pipeline) {
        Fingerprint print = Fingerprint.start().add(pipeline.currency());
        StringBuilder words = new StringBuilder();
        for (DealPath deal : pipeline.deals()) {
            words.setLength(0);
            words.append(deal.id()).append(BETWEEN).append(deal.opened());
            for (DealStep step : deal.steps()) {
                words.append(BETWEEN)
                        .append(step.day())
                        .append(BETWEEN)
                        .append(step.outcome())
                        .append(BETWEEN)
                        .append(step.stage().orElse(""))
                        .append(BETWEEN)
                        .append(step.category().map(Enum::name).orElse(""))
                        .append(BETWEEN)
                        .append(step.closeDate().map(Object::toString).orElse(""))
                        .append(BETWEEN)
                        .append(step.owner().orElse(""))
                        .append(BETWEEN)
                        .append(Double.doubleToLongBits(step.amountOrZero()));
            }
            print.add(words.toString());
        }
        return print.hex();
    }
}
