package io.revops.forecast.plan;

import io.revops.metric.Unit;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What moves a team's capacity most, one lever at a time: a tornado.
 *
 * @param base the year's expected capacity as planned
 * @param swings the widest first, of equal ones by name
 */
public record Sensitivity(double base, List<Swing> swings) {
    /**
     * One lever.
     *
     * @param lever its name
     * @param worse the year's capacity if it turns out worse
     * @param better the year's capacity if it turns out better
     */
    public record Swing(String lever, double worse, double better) {
        /** From one to the other. */
        public double width() {
            return Math.abs(better - worse);
        }
    }

    public Sensitivity {
        swings = List.copyOf(swings);
    }

    /** Of levers of one's own. */
    public static Sensitivity of(CapacityModel team, List<Lever> levers) {
        List<Swing> swings = new ArrayList<>();
        for (Lever lever : levers) {
            swings.add(new Swing(
                    lever.name(),
                    lever.worse().apply(team).capacity().expected(),
                    lever.better().apply(team).capacity().expected()));
        }
        swings.sort(Comparator.comparingDouble(Swing::width).reversed().thenComparing(Swing::lever));
        return new Sensitivity(team.capacity().expected(), swings);
    }

    /**
     * Of the usual levers: attainment and productivity by a tenth, attrition by five points, the ramp and every start by a
     * month, the hires by a fifth.
     */
    public static Sensitivity of(CapacityModel team) {
        return of(
                team,
                List.of(
                        new Lever("attainment ± 10 %", t -> attainment(t, .9), t -> attainment(t, 1.1)),
                        new Lever("productivity ± 10 %", t -> productivity(t, "0.9"), t -> productivity(t, "1.1")),
                        new Lever("attrition ± 5 points", t -> attrition(t, .05), t -> attrition(t, -.05)),
                        new Lever("ramp ± 1 month", t -> t.with(t.curve().delayed(1)), Sensitivity::faster),
                        new Lever("starts ± 1 month", t -> starts(t, 1), t -> starts(t, -1)),
                        new Lever("hires ± 20 %", t -> hires(t, .8), t -> hires(t, 1.2))));
    }

    private static CapacityModel attainment(CapacityModel team, double factor) {
        return team.withAttainment(team.attainment() * factor);
    }

    private static CapacityModel productivity(CapacityModel team, String factor) {
        Money changed = team.productivity().times(new BigDecimal(factor));
        return team.withProductivity(changed);
    }

    private static CapacityModel attrition(CapacityModel team, double points) {
        double changed = Math.max(0, Math.min(.999, team.attrition().perYear() + points));
        return team.with(new Attrition(changed, team.attrition().leavers()));
    }

    private static CapacityModel faster(CapacityModel team) {
        List<Double> shares = team.curve().shares();
        return shares.size() == 1 ? team : team.with(new RampCurve(shares.subList(1, shares.size())));
    }

    /** Who would start after the year's end does not start in it. */
    private static CapacityModel starts(CapacityModel team, int months) {
        return moved(team, h -> new Hires(Math.max(1, h.month() + months), h.reps()));
    }

    private static CapacityModel hires(CapacityModel team, double factor) {
        return moved(team, h -> new Hires(h.month(), h.reps() * factor));
    }

    private static CapacityModel moved(CapacityModel team, UnaryOperator<Hires> change) {
        return team.withHires(team.hires().stream()
                .map(change)
                .filter(h -> h.month() <= team.months().size())
                .toList());
    }

    private static String print(double amount) {
        return Unit.grouped(BigDecimal.valueOf(amount).setScale(0, RoundingMode.HALF_UP));
    }

    /** A line for each lever. */
    @Override
    public String toString() {
        return swings.stream()
                .map(s -> s.lever() + ": " + print(s.worse()) + " to " + print(s.better()))
                .collect(Collectors.joining("\n"));
    }
}
