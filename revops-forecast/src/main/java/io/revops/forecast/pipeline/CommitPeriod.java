package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.forecast.BacktestTrial;
import io.revops.time.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a period and was learnt for it, as plain numbers.
 *
 * @param horizon the period
 * @param closed what has been won in it
 * @param called what is open and called, by category and seller
 * @param yields what came of such calls: of categories, and of sellers in them
 * @param fresh what came on average of deals that had not been called on the same day before the end
 * @param resolved how many periods were learnt from
 * @param errors of earlier forecasts, by origin
 * @param trials those forecasts, by origin
 * @param left the deals that belong to the period and are not counted, each with the reason
 */
public record CommitPeriod(
        Span horizon,
        double closed,
        List<CalledAmount> called,
        List<CategoryYield> yields,
        double fresh,
        int resolved,
        List<CommitError> errors,
        List<BacktestTrial> trials,
        List<String> left) {
    public CommitPeriod {
        Objects.requireNonNull(horizon, "horizon");
        called = List.copyOf(called);
        yields = List.copyOf(yields);
        errors = List.copyOf(errors);
        trials = List.copyOf(trials);
        left = List.copyOf(left);
    }

    /** The yield of a seller in a category, else that of the category; empty if it was never called. */
    public Optional<CategoryYield> yieldOf(ForecastCategory category, String owner) {
        return find(yields, category, owner);
    }

    /** What is expected of the deals that are called: Σ amount · yield. */
    public double open() {
        return expected(called, yields);
    }

    /** What is called, in all categories that have a yield. */
    public double exposure() {
        return exposure(called, yields);
    }

    /** What is called in categories that were never called before: it is not counted. */
    public double withoutYield() {
        double all = 0;
        for (CalledAmount each : called) {
            all += each.amount();
        }
        return all - exposure();
    }

    static double expected(List<CalledAmount> called, List<CategoryYield> yields) {
        double sum = 0;
        for (CalledAmount each : called) {
            sum += each.amount()
                    * find(yields, each.category(), each.owner())
                            .map(CategoryYield::value)
                            .orElse(0.0);
        }
        return sum;
    }

    static double exposure(List<CalledAmount> called, List<CategoryYield> yields) {
        double sum = 0;
        for (CalledAmount each : called) {
            sum += find(yields, each.category(), each.owner()).isPresent() ? each.amount() : 0;
        }
        return sum;
    }

    private static Optional<CategoryYield> find(List<CategoryYield> yields, ForecastCategory category, String owner) {
        Optional<CategoryYield> whole = Optional.empty();
        for (CategoryYield each : yields) {
            if (each.category() == category && each.owner().equals(owner)) {
                return Optional.of(each);
            }
            if (each.category() == category && each.owner().isEmpty()) {
                whole = Optional.of(each);
            }
        }
        return whole;
    }
}
