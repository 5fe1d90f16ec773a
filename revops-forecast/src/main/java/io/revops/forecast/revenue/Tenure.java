package io.revops.forecast.revenue;

import java.util.Locale;

/** Which renewal of its subscription it is: those who have stayed once stay more often. */
public enum Tenure {
    FIRST,
    SECOND,
    /** The third, or a later one. */
    LATER;

    static Tenure of(int number) {
        return number == 1 ? FIRST : number == 2 ? SECOND : LATER;
    }

    /** {@code first}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
