package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/** Organisations of any shape, drawn from a seed: one to three levels, measures that may be 0, limits on any level. */
final class RandomPlans {
    private final Random random;
    private int named;

    private RandomPlans(long seed) {
        random = new Random(seed);
    }

    /** Some limits may contradict each other. */
    static List<PlanUnit> organisation(long seed) {
        return new RandomPlans(seed).units(1 + (int) (seed % 3));
    }

    private List<PlanUnit> units(int levels) {
        List<PlanUnit> units = new ArrayList<>();
        int n = 1 + random.nextInt(levels == 1 ? 5 : 3);
        for (int i = 0; i < n; i++) {
            PlanUnit unit = PlanUnit.of(levels == 1 ? "rep" : "team", "u" + named++);
            units.add(limited(measured(levels == 1 ? unit : unit.withUnits(units(levels - 1)), levels)));
        }
        return units;
    }

    private PlanUnit measured(PlanUnit unit, int levels) {
        if (levels > 1) {
            return random.nextInt(4) == 0 ? unit.withPotential(random.nextInt(1000)) : unit;
        }
        PlanUnit measured = unit.withPotential(random.nextInt(5) == 0 ? 0 : random.nextInt(10_000) / 7.0);
        if (random.nextInt(3) > 0) {
            measured = measured.withHistory(random.nextInt(1000));
        }
        return random.nextInt(4) == 0 ? measured.withRamp(random.nextInt(5) / 4.0) : measured;
    }

    private PlanUnit limited(PlanUnit unit) {
        long floor = random.nextInt(40_000);
        PlanUnit limited = unit;
        if (random.nextInt(3) == 0) {
            limited = limited.withFloor(cents(floor));
        }
        if (random.nextInt(3) == 0) {
            limited = limited.withCeiling(cents(floor + random.nextInt(80_000)));
        }
        return limited;
    }

    static Money cents(long cents) {
        return Money.of(java.math.BigDecimal.valueOf(cents, 2), "USD");
    }

    /** Whether every rep is away all year: then there is no plan, and no linear program to ask. */
    static boolean nobodyIsThere(List<PlanUnit> units) {
        return units.stream().allMatch(u -> u.units().isEmpty() ? u.ramp().orElse(1) == 0 : nobodyIsThere(u.units()));
    }

    /** The same organisation with each unit changed, those below first. */
    static List<PlanUnit> changed(List<PlanUnit> units, BiFunction<PlanUnit, List<PlanUnit>, PlanUnit> change) {
        return units.stream()
                .map(u -> change.apply(u, changed(u.units(), change)))
                .toList();
    }
}
