package io.revops.forecast.churn;

import io.revops.forecast.Draws;
import io.revops.forecast.Simulation;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.survival.Interval;
import io.revops.forecast.survival.TimeScale;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What is expected to be lost within a horizon by accounts that leave, by cause and by segment: Σ amount · F_c(horizon).
 *
 * <p>Expected losses are exact sums of accounts, so that segments and causes re-add to the total to the last digit. The interval is of
 * worlds drawn from a seed: in each, coefficients that the same data could have given ({@link io.revops.forecast.learn.LogisticSpread}; so
 * many sets as there are worlds, at most {@value DrawnLosses#SETS}), and for each account whether it leaves, and why, by lot; over the sets an account's chances are centred on its expectation. Segments were
 * drawn together, so that their draws add up world by world.
 *
 * <p>Accounts are independent given the coefficients: a recession that takes many at once is not in the interval. An amount without
 * features is not at risk but {@link #unscored}.
 *
 * @param scale the unit of a period
 * @param periods the horizon
 * @param accounts in the order of their ids
 * @param unscored amounts of which no features are known
 * @param draws by segment and cause, the losses of each world
 * @param retained by segment, what is expected to be paid at the start and after each period, in millionths
 */
public record RevenueAtRisk(
        TimeScale scale,
        int periods,
        List<AccountAtRisk> accounts,
        List<Exposure> unscored,
        SortedMap<String, SortedMap<String, Draws>> draws,
        SortedMap<String, List<Long>> retained) {
    public RevenueAtRisk {
        Objects.requireNonNull(scale, "scale");
        accounts = List.copyOf(accounts);
        unscored = List.copyOf(unscored);
        draws = Collections.unmodifiableSortedMap(new TreeMap<>(draws));
        retained = Collections.unmodifiableSortedMap(new TreeMap<>(retained));
    }

    /** The cause under which losses are that are agreed already: by accounts that have asked to go. */
    public static final String KNOWN = "known";

    /**
     * Of accounts as of a day, see {@link #of(HazardModel, DataSet, List, int, Simulation)}. What an account pays that has asked to go is a
     * {@link #KNOWN} loss, whole and the same in each world, if it ends within the horizon, and none if it ends later.
     */
    public static RevenueAtRisk of(
            HazardModel model, FeatureTable today, List<Exposure> exposures, int periods, Simulation simulation) {
        Map<String, Integer> agreed = new HashMap<>();
        for (FeatureRow row : today.rows()) {
            row.agreedEnd()
                    .ifPresent(end ->
                            agreed.put(row.account().value(), FollowUps.period(model.scale(), today.asOf(), end)));
        }
        return of(model, Tables.staying(today), agreed, exposures, periods, simulation);
    }

    /**
     * Of accounts as of a day.
     *
     * @param today one row of features for each account, which is the row's group
     * @param exposures what they pay, each account once
     * @param periods how far to look, at most as far as the model does
     * @throws IllegalArgumentException if an account is there twice, or the model does not see so far
     */
    public static RevenueAtRisk of(
            HazardModel model, DataSet today, List<Exposure> exposures, int periods, Simulation simulation) {
        return of(model, today, Map.of(), exposures, periods, simulation);
    }

    private static RevenueAtRisk of(
            HazardModel model,
            DataSet today,
            Map<String, Integer> agreed,
            List<Exposure> exposures,
            int periods,
            Simulation simulation) {
        if (periods < 1 || periods > model.periods()) {
            throw new IllegalArgumentException("The horizon is " + periods + " " + model.scale()
                    + ", and the model sees " + model.periods() + ". Maybe a horizon it sees.");
        }
        DataSet rows = model.fitting(today);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (places.put(rows.group(i), i) != null) {
                throw new IllegalArgumentException("The account (" + rows.group(i)
                        + ") has two rows of features. Maybe only that of the as-of date.");
            }
        }
        List<Exposure> ordered = exposures.stream()
                .sorted(Comparator.comparing(Exposure::account))
                .toList();
        DrawnLosses losses = new DrawnLosses(model, periods, simulation);
        List<AccountAtRisk> accounts = new ArrayList<>();
        List<Exposure> unscored = new ArrayList<>();
        SortedMap<String, long[]> retained = new TreeMap<>();
        String last = null;
        for (Exposure exposure : ordered) {
            if (exposure.account().equals(last)) {
                throw new IllegalArgumentException(
                        "The account (" + last + ") has two amounts. Maybe add them up, or ask for one segment each.");
            }
            last = exposure.account();
            Integer end = agreed.get(last);
            if (end != null) {
                double lost = end <= periods ? exposure.amount() : 0;
                accounts.add(known(exposure, end <= periods));
                losses.know(exposure, lost);
                pay(retained, exposure, periods, k -> k < end ? exposure.amount() : 0);
                continue;
            }
            Integer row = places.get(last);
            if (row == null) {
                unscored.add(exposure);
                continue;
            }
            double[] values = rows.values(row);
            Optional<LocalDate> asOf = rows.date(row).or(rows::asOf);
            ChurnCurve curve = model.curve(asOf, values);
            accounts.add(account(exposure, curve, periods));
            pay(retained, exposure, periods, k -> exposure.amount() * curve.at(k));
            losses.add(exposure, asOf, values);
        }
        SortedMap<String, List<Long>> paid = new TreeMap<>();
        retained.forEach((segment, micros) ->
                paid.put(segment, Arrays.stream(micros).boxed().toList()));
        return new RevenueAtRisk(model.scale(), periods, accounts, unscored, losses.draws(), paid);
    }

    private static void pay(
            SortedMap<String, long[]> retained, Exposure exposure, int periods, IntToDoubleFunction after) {
        long[] paid = retained.computeIfAbsent(exposure.segment(), s -> new long[periods + 1]);
        for (int k = 0; k <= periods; k++) {
            paid[k] = Math.addExact(paid[k], micros(after.applyAsDouble(k)));
        }
    }

    private static AccountAtRisk known(Exposure exposure, boolean isLost) {
        SortedMap<String, Long> micros = new TreeMap<>();
        if (isLost) {
            micros.put(KNOWN, micros(exposure.amount()));
        }
        return new AccountAtRisk(exposure, isLost ? 1 : 0, micros);
    }

    private static AccountAtRisk account(Exposure exposure, ChurnCurve curve, int periods) {
        SortedMap<String, Long> micros = new TreeMap<>();
        for (String cause : curve.incidence().keySet()) {
            micros.put(cause, micros(exposure.amount() * curve.incidence(cause, periods)));
        }
        return new AccountAtRisk(exposure, 1 - curve.at(periods), micros);
    }

    private static long micros(double amount) {
        double scaled = amount * AccountAtRisk.MICROS;
        if (!(scaled < Long.MAX_VALUE)) {
            throw new IllegalArgumentException("The amount " + amount + " is too large. Maybe in thousands.");
        }
        return Math.round(scaled);
    }

    /** What is expected to be lost, over all causes. */
    public double expected() {
        return accounts.stream().mapToLong(AccountAtRisk::total).reduce(0, Math::addExact) / AccountAtRisk.MICROS;
    }

    /** What is expected to be lost for one cause. */
    public double expected(String cause) {
        check(cause);
        return accounts.stream()
                        .mapToLong(a -> a.micros().getOrDefault(cause, 0L))
                        .reduce(0, Math::addExact)
                / AccountAtRisk.MICROS;
    }

    /** The causes in alphabetical order. */
    public List<String> causes() {
        return draws.values().stream()
                .flatMap(d -> d.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void check(String cause) {
        if (!draws.isEmpty() && !causes().contains(cause)) {
            throw new IllegalArgumentException("There is no cause (" + cause + "). Maybe one of " + causes() + ".");
        }
    }

    /** What the accounts pay that were scored. */
    public double exposed() {
        return accounts.stream().mapToDouble(a -> a.exposure().amount()).sum();
    }

    /** The losses of each world; a known 0 without accounts. */
    public Draws losses() {
        Draws sum = Draws.exact(0);
        for (SortedMap<String, Draws> segment : draws.values()) {
            for (Draws cause : segment.values()) {
                sum = sum.plus(cause);
            }
        }
        return sum;
    }

    /** The losses of each world for one cause. */
    public Draws losses(String cause) {
        check(cause);
        Draws sum = Draws.exact(0);
        for (SortedMap<String, Draws> segment : draws.values()) {
            sum = sum.plus(Objects.requireNonNull(segment.get(cause), cause));
        }
        return sum;
    }

    /** Between what the loss will be with a probability; undefined with too few worlds. */
    public Reading<Interval> interval(double level) {
        return interval(losses(), level);
    }

    /** Between what the loss for one cause will be with a probability; undefined with too few worlds. */
    public Reading<Interval> interval(String cause, double level) {
        return interval(losses(cause), level);
    }

    private static Reading<Interval> interval(Draws losses, double level) {
        double tail = BigDecimal.ONE
                .subtract(BigDecimal.valueOf(level))
                .divide(BigDecimal.valueOf(2))
                .doubleValue();
        Reading<Double> low = losses.quantile(tail);
        return low instanceof Undefined<Double> undefined
                ? undefined.as()
                : Reading.known(new Interval(
                        low.orElseThrow(), losses.quantile(1 - tail).orElseThrow(), level));
    }

    /** The segments in alphabetical order, each as if it were alone; their expectations and their draws add up to the whole. */
    public SortedMap<String, RevenueAtRisk> bySegment() {
        Map<String, List<AccountAtRisk>> scored = accounts.stream()
                .collect(Collectors.groupingBy(a -> a.exposure().segment()));
        Map<String, List<Exposure>> others = unscored.stream().collect(Collectors.groupingBy(Exposure::segment));
        SortedMap<String, RevenueAtRisk> segments = new TreeMap<>();
        draws.forEach((segment, byCause) -> {
            List<Long> paid = Objects.requireNonNull(retained.get(segment), segment);
            segments.put(
                    segment,
                    new RevenueAtRisk(
                            scale,
                            periods,
                            scored.getOrDefault(segment, List.of()),
                            others.getOrDefault(segment, List.of()),
                            new TreeMap<>(Map.of(segment, byCause)),
                            new TreeMap<>(Map.of(segment, paid))));
        });
        return segments;
    }

    /** The accounts of which most is expected to be lost; of equal ones in the order of their ids. */
    public List<AccountAtRisk> top(int most) {
        return accounts.stream()
                .sorted(Comparator.comparingLong((AccountAtRisk a) -> -a.total()))
                .limit(most)
                .toList();
    }

    /** The share of today's revenue that is expected to be there at the start and after each period; empty if nothing is paid. */
    public List<Double> retention() {
        long[] sums = new long[periods + 1];
        for (List<Long> each : retained.values()) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] = Math.addExact(sums[k], each.get(k));
            }
        }
        return sums[0] == 0
                ? List.of()
                : Arrays.stream(sums).mapToObj(s -> s / (double) sums[0]).toList();
    }

    /** {@code 12345.00 of 98765.00 at risk within 12 months, 90 % between 9000.00 and 16000.00}. */
    @Override
    public String toString() {
        return Told.number(expected(), 2) + " of " + Told.number(exposed(), 2) + " at risk within " + periods + " "
                + scale
                + interval(0.9)
                        .value()
                        .map(i -> ", 90 % between " + Told.number(i.low(), 2) + " and " + Told.number(i.high(), 2))
                        .orElse("");
    }
}
