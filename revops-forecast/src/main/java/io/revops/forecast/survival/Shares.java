package io.revops.forecast.survival;

/** What a time and a share must be. */
final class Shares {
    private Shares() {}

    static void time(double time) {
        if (!(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("There is no time (" + time + "). Maybe one from 0 on.");
        }
    }

    static void share(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("There is no share (" + share + "). Maybe one between 0 and 1.");
        }
    }
}
