package io.revops.forecast.territory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reads what is known of a division out of its numbers. */
final class TerritoryTables {
    private TerritoryTables() {}

    /** By the rep's id, then as the measures were given. */
    static List<TerritoryLoad> loads(TerritoryModel model, int[] at) {
        long[] before = sums(model, model.today);
        long[] after = sums(model, at);
        List<TerritoryLoad> loads = new ArrayList<>();
        IntStream.range(0, model.r)
                .boxed()
                .sorted(Comparator.comparing(rep -> model.reps.get(rep).id()))
                .forEach(rep -> {
                    for (int m = 0; m < model.k; m++) {
                        int c = rep * model.k + m;
                        loads.add(new TerritoryLoad(
                                model.reps.get(rep).id(),
                                model.names.get(m),
                                amount(model, m, before[c]),
                                amount(model, m, after[c]),
                                model.fair[c] * unit(model, m)));
                    }
                });
        return List.copyOf(loads);
    }

    private static long[] sums(TerritoryModel model, int[] at) {
        long[] sums = new long[model.r * model.k];
        for (int i = 0; i < model.n; i++) {
            for (int m = 0; at[i] != TerritoryModel.NOBODY && m < model.k; m++) {
                sums[at[i] * model.k + m] += model.amounts[m][i];
            }
        }
        return sums;
    }

    static BigDecimal amount(TerritoryModel model, int measure, long whole) {
        BigDecimal amount = BigDecimal.valueOf(whole, model.scale[measure]);
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    private static double unit(TerritoryModel model, int measure) {
        return BigDecimal.ONE.scaleByPowerOfTen(-model.scale[measure]).doubleValue();
    }

    static Fairness fairness(
            List<TerritoryLoad> loads, Map<String, Double> capacities, Function<TerritoryLoad, OptionalDouble> share) {
        List<TerritoryLoad> shared =
                loads.stream().filter(l -> share.apply(l).isPresent()).toList();
        return Fairness.of(
                shared.stream().mapToDouble(l -> share.apply(l).getAsDouble()).toArray(),
                shared.stream()
                        .mapToDouble(l -> capacities.getOrDefault(l.rep(), 1.0))
                        .toArray());
    }

    /** Accounts that are more than the fair load of everybody who may have them. */
    static List<TerritoryFault> huge(TerritoryModel model) {
        List<TerritoryFault> huge = new ArrayList<>();
        for (int i = 0; i < model.n; i++) {
            for (int m = 0; m < model.k; m++) {
                double most = 0;
                for (int rep : model.options[i]) {
                    most = Math.max(most, model.fair[rep * model.k + m]);
                }
                if (most > 0 && model.amounts[m][i] > most) {
                    String id = model.accounts.get(i).id();
                    String name = model.names.get(m);
                    huge.add(new TerritoryFault(
                            TerritoryFaultCode.HUGE_ACCOUNT,
                            id,
                            name,
                            String.format(
                                    Locale.ROOT,
                                    "The account (%s) alone is %.1f times the fair %s of anybody who may have it, so that no"
                                            + " territories are even. Maybe split it into its sites, or draw the others"
                                            + " without it and its rep.",
                                    id,
                                    model.amounts[m][i] / most,
                                    name)));
                }
            }
        }
        return List.copyOf(huge);
    }
}
