package io.revops.sample;

import java.util.Locale;

/** A currency the company has a price list in: how a US price is turned into a local one, and what minor units it has. */
enum Currency {
    USD(1, 2, 100),
    EUR(0.95, 2, 100),
    GBP(0.8, 2, 100),
    JPY(145, 0, 50);

    private final double listFactor;
    private final int digits;
    private final long step;

    Currency(double listFactor, int digits, long step) {
        this.listFactor = listFactor;
        this.digits = digits;
        this.step = step;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Decimal places of the minor unit: 0 for yen, whose amounts are written whole. */
    int digits() {
        return digits;
    }

    /** A US list price as a local list price, in minor units and without crooked figures. */
    long localPrice(double dollars) {
        double local = dollars * listFactor * (digits == 0 ? 1 : 100);
        return StrictMath.max(step, StrictMath.round(local / step) * step);
    }

    /** Roughly what a major unit is worth in US dollars; for thresholds, never for a result. */
    double inDollars() {
        return 1 / listFactor;
    }
}
