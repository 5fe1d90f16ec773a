package io.revops.forecast.plan;

import io.revops.forecast.Contribution;
import io.revops.forecast.Drawn;
import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.forecast.Nature;
import io.revops.forecast.Normals;
import io.revops.forecast.Quantity;
import io.revops.forecast.Simulation;
import io.revops.metric.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * What a team may sell in a year: every rep leaves when chance has it, attains what chance has it, and all share the market's
 * luck.
 *
 * <p>Each rep is drawn from a stream of its own, so the worlds of a team with one more hire are the same but for the hire.
 * Months survived are geometric with the monthly survival; attainments are lognormal with the planned mean and the given
 * spread, or past ones scaled to the planned mean. Parts of a rep count as that part of one who is drawn whole.
 */
public final class CapacitySimulation {
    private final CapacityModel team;
    private final CapacityRisk risk;
    private final String name;
    private final double[] worth;

    private CapacitySimulation(CapacityModel team, CapacityRisk risk, String name) {
        this.team = team;
        this.name = name;
        this.risk = risk;
        worth = new double[team.months().size()];
        for (int m = 0; m < worth.length; m++) {
            worth[m] = team.productivity().amount().doubleValue() * team.season(m + 1) * team.attainment();
        }
    }

    /** Of a team as it is planned, and what is not certain of it. */
    public static CapacitySimulation of(CapacityModel team, CapacityRisk risk) {
        return new CapacitySimulation(team, risk, "");
    }

    /**
     * The same with reps of its own: with one seed two teams of one name are the same people, and two of different names have
     * nothing in common but the market. The name is that of its part of a forecast, too.
     */
    public CapacitySimulation named(String unit) {
        return new CapacitySimulation(team, risk, Objects.requireNonNull(unit, "unit"));
    }

    @Override
    public String toString() {
        return (name.isEmpty() ? "" : name + ": ") + team + "; " + risk;
    }

    /** What is sold in the year, in every world. Leave is taken off as planned. */
    public Draws draw(Simulation simulation) {
        Map<String, Drawn> reps = new TreeMap<>();
        add(reps, "there", 0, team.ramped());
        Map<Integer, Double> starting = new TreeMap<>();
        team.hires().forEach(h -> starting.merge(h.month(), h.reps(), Double::sum));
        starting.forEach((month, count) -> add(reps, "hire of month " + month, month, count));
        double away = away();
        Draws sold = reps.isEmpty() ? simulation.draw("nobody", (world, stream) -> 0) : simulation.total(reps);
        Draws luck = simulation.draw("the market", (world, stream) -> lognormal(risk.shared(), stream));
        return sold.map(s -> Math.max(0, s - away)).times(luck);
    }

    /** The same as a forecast of the year, with one part: capacity. As of the day before the year. */
    public Forecast forecast(Simulation simulation) {
        Quantity quantity = new Quantity(
                "plan.capacity",
                "Capacity of the team",
                Unit.MONEY,
                team.productivity().currency().getCurrencyCode(),
                Nature.FLOW);
        return Forecast.of(quantity, team.year().from().minusDays(1), team.year())
                .part(Contribution.drawn(name.isEmpty() ? "capacity" : name, draw(simulation)))
                .because(List.of("Simulated from " + (name.isEmpty() ? "" : name + ", ") + team + "."))
                .build();
    }

    private double away() {
        List<CapacityMonth> complete = CapacityModel.of(team.year(), team.productivity())
                .withRamped(team.ramped())
                .withHires(team.hires())
                .with(team.curve())
                .with(team.attrition())
                .capacity()
                .months();
        List<CapacityMonth> there = team.capacity().months();
        double away = 0;
        for (int m = 0; m < worth.length; m++) {
            away += (complete.get(m).ramped() - there.get(m).ramped()) * worth[m];
        }
        return away;
    }

    /** Month 0: there before the first month. */
    private void add(Map<String, Drawn> reps, String id, int month, double count) {
        double left = count;
        for (int i = 1; left > 1e-12; i++) {
            double part = Math.min(1, left);
            reps.put((name.isEmpty() ? "" : name + ", ") + id + " " + i, (world, stream) -> part * sold(month, stream));
            left -= part;
        }
    }

    private double sold(int hired, RandomGenerator stream) {
        double survived = survived(stream);
        double luck = attainment(stream);
        int late = hired == 0 || risk.latest() == 0 ? 0 : stream.nextInt(risk.latest() + 1);
        int start = hired + late;
        double sum = 0;
        for (int m = Math.max(1, start); m <= worth.length; m++) {
            int months = hired == 0 ? m : m - start;
            if (team.attrition().survived(months) > survived) {
                break;
            }
            sum += worth[m - 1] * (hired == 0 ? 1 : team.curve().at(m - start));
        }
        return sum * luck;
    }

    /** How many months nobody leaves: at least k with the probability survival^k. */
    private double survived(RandomGenerator stream) {
        double uniform = Normals.uniform(stream);
        double survival = team.attrition().monthlySurvival();
        return survival == 1 ? Double.POSITIVE_INFINITY : StrictMath.log(uniform) / StrictMath.log(survival);
    }

    private double attainment(RandomGenerator stream) {
        if (risk.past().isEmpty()) {
            return lognormal(risk.each(), stream);
        }
        double mean =
                risk.past().stream().mapToDouble(d -> d).sum() / risk.past().size();
        return risk.past().get(stream.nextInt(risk.past().size())) / mean;
    }

    /** Mean 1, and the standard deviation given. */
    private static double lognormal(double spread, RandomGenerator stream) {
        double variance = StrictMath.log1p(spread * spread);
        return StrictMath.exp(StrictMath.sqrt(variance) * Normals.next(stream) - variance / 2);
    }
}
