package io.revops.forecast;

import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trains several methods on the same history and keeps the one that missed by less (WAPE) on the forecasts that all of them made:
 * the same days, the same periods. A method that is refused does not take part; a tie goes to the one that was named first, so name
 * the simplest first.
 *
 * @param <M> what the methods' models have in common
 */
public final class MethodAdvisor<M extends Forecaster> implements Trainer<M> {
    private final List<Trainer<? extends M>> methods;

    private MethodAdvisor(List<Trainer<? extends M>> methods) {
        this.methods = methods;
    }

    /** The methods to choose from, the simplest first. */
    @SafeVarargs
    public static <M extends Forecaster> MethodAdvisor<M> of(
            Trainer<? extends M> simplest, Trainer<? extends M>... more) {
        List<Trainer<? extends M>> all = new ArrayList<>(List.of(simplest));
        for (Trainer<? extends M> method : more) {
            all.add(method);
        }
        return new MethodAdvisor<>(List.copyOf(all));
    }

    @Override
    public Training<M> train(History history) {
        List<M> models = new ArrayList<>();
        List<String> left = new ArrayList<>();
        List<Refused<M>> refusals = new ArrayList<>();
        for (Trainer<? extends M> method : methods) {
            Training<? extends M> training = method.train(history);
            if (training instanceof Refused<?> refused) {
                refusals.add(refused.as());
                left.add("Left out: " + refused.why());
            } else {
                models.add(training.orElseThrow());
            }
        }
        if (models.isEmpty()) {
            return refusals.get(0);
        }
        return choose(models, left);
    }

    private Training<M> choose(List<M> models, List<String> left) {
        Set<Map.Entry<LocalDate, Integer>> shared = new HashSet<>(asked(models.get(0)));
        models.forEach(m -> shared.retainAll(asked(m)));
        List<Map.Entry<M, Reading<Accuracy>>> measured = new ArrayList<>();
        for (M model : models) {
            List<Trial> same = model.backtest().trials().stream()
                    .filter(t -> shared.contains(Map.entry(t.origin(), t.ahead())))
                    .toList();
            measured.add(Map.entry(model, Backtest.of(model.method(), same).accuracy()));
        }
        Map.Entry<M, Reading<Accuracy>> best = measured.get(0);
        for (Map.Entry<M, Reading<Accuracy>> other : measured) {
            if (missed(other) < missed(best)) {
                best = other;
            }
        }
        List<String> reasons = new ArrayList<>();
        if (models.size() > 1) {
            reasons.add(why(best, measured, shared.size()));
        }
        reasons.addAll(left);
        return new Trained<>(best.getKey(), best.getKey().provenance(), reasons);
    }

    private static Set<Map.Entry<LocalDate, Integer>> asked(Forecaster model) {
        Set<Map.Entry<LocalDate, Integer>> asked = new HashSet<>();
        model.backtest().trials().forEach(t -> asked.add(Map.entry(t.origin(), t.ahead())));
        return asked;
    }

    /** Compared by the errors themselves: the actuals of shared trials are the same for all. */
    private static <M> double missed(Map.Entry<M, Reading<Accuracy>> of) {
        return of.getValue().value().map(Accuracy::absoluteErrors).orElse(Double.POSITIVE_INFINITY);
    }

    private String why(
            Map.Entry<M, Reading<Accuracy>> best, List<Map.Entry<M, Reading<Accuracy>>> measured, int shared) {
        if (shared == 0) {
            return "The methods share no forecast that could be compared; "
                    + best.getKey().method() + " is the simplest.";
        }
        List<String> others = measured.stream()
                .filter(m -> m != best)
                .map(m -> m.getKey().method() + " " + wape(m))
                .toList();
        return "Chosen by backtest: WAPE of the " + best.getKey().method() + " " + wape(best) + ", of the "
                + String.join(", of the ", others) + ", over the same " + shared
                + (shared == 1 ? " forecast." : " forecasts.");
    }

    private static <M> String wape(Map.Entry<M, Reading<Accuracy>> of) {
        Reading<Ratio> wape = of.getValue().orElseThrow().wape();
        return wape.value().map(Unit.PERCENT::print).orElseGet(wape::toString);
    }
}
