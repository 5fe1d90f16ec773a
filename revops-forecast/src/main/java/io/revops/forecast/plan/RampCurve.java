package io.revops.forecast.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * How productive a new rep is by months of tenure, as a share of a full one: 0 in the month of the start, 0.25 in the next.
 *
 * @param shares from the month of the start on, each 0 to 1; after the last one it stays
 */
public record RampCurve(List<Double> shares) {
    /** Whoever starts sells like everybody from the first day. */
    public static final RampCurve NONE = new RampCurve(List.of(1.0));

    public RampCurve {
        shares = List.copyOf(shares);
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("A ramp has no month. Maybe RampCurve.NONE.");
        }
        for (double share : shares) {
            if (!(share >= 0 && share <= 1)) {
                throw InvalidPlanException.of(
                        PlanFaultCode.OUT_OF_RANGE,
                        "ramp",
                        "share",
                        "A ramp has a share of " + share
                                + ". Maybe 0 to 1: a rep who sells more than a full one has another capacity.");
            }
        }
    }

    /** By months of tenure: {@code of(0, 0.25, 0.5, 0.75, 1)}. */
    public static RampCurve of(double... shares) {
        List<Double> boxed = new ArrayList<>();
        for (double share : shares) {
            boxed.add(share);
        }
        return new RampCurve(boxed);
    }

    /** A straight line from 0 in the month of the start to 1 so many months later. */
    public static RampCurve linear(int months) {
        if (months < 1) {
            throw new IllegalArgumentException("A ramp takes " + months + " months. Maybe 1 or more, or none.");
        }
        List<Double> line = new ArrayList<>();
        for (int i = 0; i <= months; i++) {
            line.add((double) i / months);
        }
        return new RampCurve(line);
    }

    /** The share so many months after the month of the start; 0 before it. */
    public double at(long tenure) {
        return tenure < 0 ? 0 : shares.get((int) Math.min(tenure, shares.size() - 1));
    }

    /** The same with so many months of nothing before it: a start that is late. */
    public RampCurve delayed(int months) {
        if (months < 0) {
            throw new IllegalArgumentException("A ramp is delayed by " + months + " months. Maybe 0 or more.");
        }
        List<Double> late = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            late.add(0.0);
        }
        late.addAll(shares);
        return new RampCurve(late);
    }

    @Override
    public String toString() {
        return shares.toString();
    }
}
