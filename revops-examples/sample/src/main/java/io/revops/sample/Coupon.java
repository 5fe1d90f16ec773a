package io.revops.sample;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A price reduction that can be given: percent, or an amount of one currency in minor units. */
record Coupon(
        String id,
        String name,
        @Nullable BigDecimal percent,
        long amount,
        @Nullable Currency currency,
        Duration duration,
        int months) {

    static final Coupon WELCOME = percent("WELCOME25", "25 % off the first bill", "25", Duration.ONCE, 0);
    static final Coupon FIRST_BILL = amount("FIRST120", "120 off the first bill", 12_000, Duration.ONCE, 0);
    static final Coupon RAMP = percent("RAMP20X6", "20 % off for six months", "20", Duration.REPEATING, 6);
    static final Coupon LOYALTY = percent("LOYAL15X3", "15 % off for three months", "15", Duration.REPEATING, 3);
    static final Coupon NONPROFIT = percent("GOODCAUSE", "12.5 % off", "12.5", Duration.FOREVER, 0);
    static final Coupon PARTNER = amount("PARTNER40", "40 off", 4_000, Duration.FOREVER, 0);
    static final Coupon PILOT = amount("PILOT5000X4", "5,000 off for four months", 500_000, Duration.REPEATING, 4);

    static List<Coupon> all() {
        return List.of(WELCOME, FIRST_BILL, RAMP, LOYALTY, NONPROFIT, PARTNER, PILOT);
    }

    private static Coupon percent(String id, String name, String percent, Duration duration, int months) {
        return new Coupon(id, name, new BigDecimal(percent), 0, null, duration, months);
    }

    private static Coupon amount(String id, String name, long amount, Duration duration, int months) {
        return new Coupon(id, name, null, amount, Currency.USD, duration, months);
    }

    /** How long a coupon counts: one bill, some months, or always. */
    enum Duration {
        ONCE,
        REPEATING,
        FOREVER
    }
}
