package io.revops.metric;

import io.revops.metric.MedianWait.Wait;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The share that still waits after each time: S = product of (1 - over / waiting), with Greenwood's error. */
final class WaitCurve {
    private static final double HALF = 0.5;

    /** Two shares nearer than this are the same one, with other roundings. */
    private static final double SAME = 0x1.0p-26;

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private final double[] times;
    private final double[] share;
    private final double[] low;
    private final double[] high;
    private final long reached;

    WaitCurve(Collection<Wait> waits) {
        TreeMap<Double, long[]> byLength = new TreeMap<>();
        for (Wait wait : waits) {
            byLength.computeIfAbsent(wait.length() + 0.0, l -> new long[2])[wait.isOver() ? 0 : 1]++;
        }
        int n = byLength.size();
        times = new double[n];
        share = new double[n];
        low = new double[n];
        high = new double[n];
        reached = byLength.values().stream().mapToLong(counts -> counts[0]).sum();
        long waiting = waits.size();
        double still = 1;
        double sum = 0;
        int i = 0;
        for (Map.Entry<Double, long[]> at : byLength.entrySet()) {
            long over = at.getValue()[0];
            long left = waiting - over;
            still *= (double) left / waiting;
            sum += left == 0 ? 0 : over / ((double) waiting * left);
            times[i] = at.getKey();
            share[i] = still;
            band(i, StrictMath.sqrt(sum));
            waiting = left - at.getValue()[1];
            i++;
        }
    }

    /** Where the curve is at 1 or at 0, the cases do not tell how far it may be off. */
    private void band(int i, double relativeError) {
        if (share[i] > 0 && share[i] < 1) {
            double log = StrictMath.log(share[i]);
            double wide = StrictMath.exp(Z * relativeError / -log);
            low[i] = StrictMath.exp(log * wide);
            high[i] = StrictMath.exp(log / wide);
        } else {
            low[i] = 1;
            high[i] = 1;
        }
    }

    long reached() {
        return reached;
    }

    OptionalDouble median() {
        return crossing(share);
    }

    OptionalDouble low() {
        return crossing(low);
    }

    OptionalDouble high() {
        return crossing(high);
    }

    /** The first time at which fewer than half still wait; if just half do for a while, the middle of it. */
    private OptionalDouble crossing(double[] curve) {
        for (int i = 0; i < curve.length; i++) {
            if (curve[i] < HALF - SAME) {
                return OptionalDouble.of(times[i]);
            }
            if (curve[i] < HALF + SAME) {
                int next = i + 1;
                while (next < curve.length && !(curve[next] < curve[i])) {
                    next++;
                }
                return OptionalDouble.of(next < curve.length ? (times[i] + times[next]) / 2 : times[i]);
            }
        }
        return OptionalDouble.empty();
    }
}
