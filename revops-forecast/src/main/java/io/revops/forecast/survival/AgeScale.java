package io.revops.forecast.survival;

import java.util.Arrays;

/** On what scale of age a test looks for an effect that changes. */
public enum AgeScale {
    /** Of the share that has ended before: each end counts about the same, however late it comes. */
    KAPLAN_MEIER,
    /** Of the time itself. */
    TIME,
    /** Of its rank among all times. */
    RANK,
    /** Of its logarithm; not where something ended at time zero. */
    LOG;

    /** Of each row of the risk sets, less its mean over the ends. */
    double[] centred(Lifetimes lifetimes, RiskSets sets) {
        double[] age = new double[sets.rows];
        double[] sorted = Arrays.stream(sets.exit).sorted().toArray();
        SurvivalCurve curve = KaplanMeier.of(lifetimes.unweighted()).orElseThrow();
        double[] times = curve.times().toArray();
        double sum = 0;
        int ended = 0;
        for (int i = 0; i < age.length; i++) {
            double time = sets.exit[i];
            int upTo = Doubles.upTo(sorted, time);
            age[i] = switch (this) {
                case TIME -> time;
                case KAPLAN_MEIER -> 1 - before(curve, Doubles.below(times, time));
                case RANK -> (Doubles.below(sorted, time) + 1 + upTo) / 2.0;
                case LOG -> log(time, sets.ended[i]);
            };
            if (sets.ended[i]) {
                sum += age[i];
                ended++;
            }
        }
        for (int i = 0; i < age.length; i++) {
            age[i] -= sum / ended;
        }
        return age;
    }

    private static double before(SurvivalCurve curve, int k) {
        return k == 0 ? 1 : curve.survival().at(k - 1);
    }

    private static double log(double time, boolean ended) {
        if (time == 0 && ended) {
            throw new IllegalArgumentException("There is no logarithm of time zero. Maybe AgeScale.KAPLAN_MEIER.");
        }
        return time == 0 ? 0 : StrictMath.log(time);
    }
}
