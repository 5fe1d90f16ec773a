package io.revops.forecast.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The time model as plain numbers.
 *
 * @param segments that are told apart; the place after the last is that of any other
 * @param stages that are told apart; place 0 is that of none, the one after the last that of any other
 * @param win the hazards of winning: of deals of which only age and segment are looked at, then for each distance into the future
 * @param loss the hazards of losing, in the same order
 * @param created how many deals are opened a day, by segment
 * @param createdMonth multipliers of the months of a quarter
 * @param createdQuarter multipliers of the quarters of a year
 * @param values what a deal brings that is won, by segment
 * @param drawn what the latest won deals brought, by segment
 * @param after how many days after each of these had been opened it was won
 * @param bias what all that is expected is multiplied with
 * @param shock the standard deviation of the factor that all deals of a period share; empty if no period was resolved
 */
public record TimeNumbers(
        List<String> segments,
        List<String> stages,
        List<HazardNumbers> win,
        List<HazardNumbers> loss,
        List<Double> created,
        List<Double> createdMonth,
        List<Double> createdQuarter,
        List<Double> values,
        List<List<Double>> drawn,
        List<List<Double>> after,
        double bias,
        OptionalDouble shock) {
    public TimeNumbers {
        segments = List.copyOf(segments);
        stages = List.copyOf(stages);
        win = List.copyOf(win);
        loss = List.copyOf(loss);
        created = List.copyOf(created);
        createdMonth = List.copyOf(createdMonth);
        createdQuarter = List.copyOf(createdQuarter);
        values = List.copyOf(values);
        drawn = drawn.stream().map(List::copyOf).toList();
        after = after.stream().map(List::copyOf).toList();
        if (win.isEmpty() || win.size() != loss.size() || created.size() != segments.size() + 1) {
            throw new IllegalArgumentException("The time model has " + win.size() + " hazards of winning, "
                    + loss.size() + " of losing and " + created.size() + " rates. Maybe the file was cut.");
        }
        int[] levels = HazardLevels.sizes(segments.size(), stages.size(), HazardLevels.categories());
        win.forEach(hazard -> hazard.check(levels));
        loss.forEach(hazard -> hazard.check(levels));
    }

    static TimeNumbers of(DealTable table, TimeModel time, Snapshot.Fresh fresh, Calibration calibration) {
        return new TimeNumbers(
                table.segments,
                table.stages,
                time.win().stream().map(HazardNumbers::of).toList(),
                time.loss().stream().map(HazardNumbers::of).toList(),
                HazardNumbers.list(fresh.rates().level()),
                HazardNumbers.list(fresh.rates().month()),
                HazardNumbers.list(fresh.rates().quarter()),
                HazardNumbers.list(fresh.values()),
                HazardNumbers.lists(fresh.drawn()),
                HazardNumbers.lists(fresh.after()),
                calibration.bias(),
                calibration.shock());
    }

    TimeModel model() {
        return new TimeModel(
                win.stream().map(HazardNumbers::hazard).toList(),
                loss.stream().map(HazardNumbers::hazard).toList());
    }

    HazardLevels levels(int day) {
        return new HazardLevels(segments.size(), stages.size(), day, day + 400);
    }

    Snapshot.Fresh fresh() {
        return new Snapshot.Fresh(
                new Creation.CreationRates(
                        HazardNumbers.array(created),
                        HazardNumbers.array(createdMonth),
                        HazardNumbers.array(createdQuarter)),
                HazardNumbers.array(values),
                HazardNumbers.arrays(drawn),
                HazardNumbers.arrays(after));
    }

    Calibration calibration() {
        return new Calibration(bias, shock);
    }

    /** What was learnt of winning, for a reader: each level that makes a difference, with its multiplier and what it rests on. */
    public List<String> told() {
        List<String> told = new ArrayList<>();
        List<HazardLevels.Factor> factors = List.of(HazardLevels.Factor.values());
        for (int f = 0; f < factors.size(); f++) {
            HazardLevels.Factor factor = factors.get(f);
            if (f >= win.get(0).multipliers().size()) {
                continue;
            }
            int k = win.size() > 1 && isKnownLater(factor) ? 1 : 0;
            HazardNumbers hazard = win.get(k);
            if (hazard.multipliers().get(f).stream().allMatch(m -> m == 1)) {
                continue;
            }
            List<String> names = HazardLevels.names(factor, segments, stages);
            for (int level = 0; level < names.size(); level++) {
                double events = hazard.events().get(f).get(level);
                if (events > 0) {
                    told.add(names.get(level) + ": x "
                            + java.math.BigDecimal.valueOf(
                                            hazard.multipliers().get(f).get(level))
                                    .setScale(2, java.math.RoundingMode.HALF_UP)
                            + " (" + Math.round(events) + " won)");
                }
            }
        }
        return List.copyOf(told);
    }

    private static boolean isKnownLater(HazardLevels.Factor factor) {
        return factor == HazardLevels.Factor.STAGE
                || factor == HazardLevels.Factor.CLOSE_DATE
                || factor == HazardLevels.Factor.AMOUNT
                || factor == HazardLevels.Factor.CATEGORY;
    }
}
