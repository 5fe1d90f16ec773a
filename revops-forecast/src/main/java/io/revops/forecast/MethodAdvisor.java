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
import java.util.function.ToDoubleBiFunction;

/**
 * Trains several methods on the same history and keeps the one that missed by less (WAPE) on the forecasts that all of them made:
 * the same days, the same periods. A method that is refused does not take part; a tie goes to the one that was named first, so name
 * the simplest first.
 *
 * @param <M> what the methods' models have in common
 */
public final class MethodAdvisor<M extends Forecaster> implements Trainer<M> {
    /** With so many forecasts a method is compared however many others have made: an interval of 90 % needs 19 errors. */
    private static final int ENOUGH = 19;

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

    /**
     * Chooses among models of one history. One that has made fewer than half as many forecasts as another, and fewer than
     * {@value #ENOUGH}, is set aside: shared by all, there would be too few to tell.
     *
     * @param models at least one, the simplest first
     */
    public static <M extends Forecaster> Trained<M> choose(List<M> models) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("There is no model to choose. Maybe train one.");
        }
        int most = models.stream()
                .mapToInt(m -> m.backtest().trials().size())
                .max()
                .orElse(0);
        List<M> compared = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (M model : models) {
            int made = model.backtest().trials().size();
            if (2 * made >= most || made >= ENOUGH) {
                compared.add(model);
            } else {
                left.add("Set aside: the " + model.method() + ", which made " + made + " forecasts where another made "
                        + most + ".");
            }
        }
        return choose(compared, left);
    }

    /**
     * What choosing would have forecast: at each origin the forecasts of the method that had missed by least (WAPE) in the periods that
     * had passed by then, over those that all that could be compared had made. Nothing is chosen before there are enough of them.
     *
     * @param methods of the same origins and periods, the simplest first
     * @param fewest how many resolved forecasts a method needs to be compared
     */
    public static List<BacktestTrial> choosingAtEachOrigin(List<Backtest> methods, int fewest) {
        return choosingAtEachOrigin(methods, fewest, (trial, origin) -> trial.actual());
    }

    /**
     * The same where what happened was seen otherwise then than it is now: corrected since, or written down late.
     *
     * @param seen what the period of a trial had brought, as it was seen at the end of a later day
     */
    public static List<BacktestTrial> choosingAtEachOrigin(
            List<Backtest> methods, int fewest, ToDoubleBiFunction<BacktestTrial, LocalDate> seen) {
        List<LocalDate> origins = methods.stream()
                .flatMap(m -> m.trials().stream().map(BacktestTrial::origin))
                .distinct()
                .sorted()
                .toList();
        List<BacktestTrial> chosen = new ArrayList<>();
        for (LocalDate origin : origins) {
            Backtest best = null;
            double least = Double.POSITIVE_INFINITY;
            List<Backtest> compared = comparable(methods, origin, fewest);
            Set<Map.Entry<LocalDate, Integer>> shared = resolved(compared, origin);
            for (Backtest method : compared) {
                double missed = missed(method, shared, origin, seen);
                if (missed < least) {
                    least = missed;
                    best = method;
                }
            }
            if (best != null) {
                best.trials().stream().filter(t -> t.origin().equals(origin)).forEach(chosen::add);
            }
        }
        return List.copyOf(chosen);
    }

    private static List<Backtest> comparable(List<Backtest> methods, LocalDate origin, int fewest) {
        long most = methods.stream().mapToLong(m -> passed(m, origin)).max().orElse(0);
        return methods.stream()
                .filter(m -> isEnough(passed(m, origin), fewest, most))
                .filter(m -> m.trials().stream().anyMatch(t -> t.origin().equals(origin)))
                .toList();
    }

    private static boolean isEnough(long passed, int fewest, long most) {
        return passed >= fewest && (2 * passed >= most || passed >= ENOUGH);
    }

    private static long passed(Backtest method, LocalDate origin) {
        return method.trials().stream().filter(t -> isPast(t, origin)).count();
    }

    private static boolean isPast(BacktestTrial trial, LocalDate origin) {
        return !trial.horizon().to().isAfter(origin.plusDays(1));
    }

    private static Set<Map.Entry<LocalDate, Integer>> resolved(List<Backtest> compared, LocalDate origin) {
        Set<Map.Entry<LocalDate, Integer>> shared = null;
        for (Backtest method : compared) {
            Set<Map.Entry<LocalDate, Integer>> own = new HashSet<>();
            method.trials().stream()
                    .filter(t -> isPast(t, origin))
                    .forEach(t -> own.add(Map.entry(t.origin(), t.ahead())));
            if (shared == null) {
                shared = own;
            } else {
                shared.retainAll(own);
            }
        }
        return shared == null ? Set.of() : shared;
    }

    private static double missed(
            Backtest method,
            Set<Map.Entry<LocalDate, Integer>> shared,
            LocalDate origin,
            ToDoubleBiFunction<BacktestTrial, LocalDate> seen) {
        double sum = 0;
        for (BacktestTrial trial : method.trials()) {
            if (isPast(trial, origin) && shared.contains(Map.entry(trial.origin(), trial.ahead()))) {
                sum += Math.abs(trial.forecast() - seen.applyAsDouble(trial, origin));
            }
        }
        return sum;
    }

    private static <M extends Forecaster> Trained<M> choose(List<M> models, List<String> left) {
        Set<Map.Entry<LocalDate, Integer>> shared = new HashSet<>(asked(models.get(0)));
        models.forEach(m -> shared.retainAll(asked(m)));
        List<Map.Entry<M, Reading<Accuracy>>> measured = new ArrayList<>();
        for (M model : models) {
            List<BacktestTrial> same = model.backtest().trials().stream()
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

    private static <M extends Forecaster> String why(
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
