package io.revops.forecast.survival;

import java.util.Locale;

/** What is made of lifetimes that end at the same time, where nobody knows which ended first. */
public enum Ties {
    /** As if those who tie left one after the other, each in part (B. Efron, JASA 72, 1977, 557–565): near the truth also for months. */
    EFRON,
    /** As if each tie faced all others of its time (N. E. Breslow, Biometrics 30, 1974, 89–99): draws coefficients to zero if ties are many. */
    BRESLOW;

    /** {@code efron}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
