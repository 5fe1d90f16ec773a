package io.revops.forecast.survival;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long one account was seen, and how it ended, if it did.
 *
 * <p>Whatever is given is kept, also what cannot be: {@link Lifetimes} names it.
 */
public final class Lifetime {
    /** The cause of an end that has no other name. */
    public static final String ENDED = "ended";

    private final String id;
    private final double entry;
    private final double exit;
    private final @Nullable String cause;
    private final double weight;
    private final String stratum;
    private final double[] values;

    private Lifetime(
            String id,
            double entry,
            double exit,
            @Nullable String cause,
            double weight,
            String stratum,
            double[] values) {
        this.id = Objects.requireNonNull(id, "id");
        this.entry = entry;
        this.exit = exit;
        this.cause = cause;
        this.weight = weight;
        this.stratum = Objects.requireNonNull(stratum, "stratum");
        this.values = values;
    }

    /** One that still ran when it was last seen: its end is censored. */
    public static Lifetime running(String id, double time) {
        return new Lifetime(id, 0, time, null, 1, "", new double[0]);
    }

    /** One that ended. */
    public static Lifetime ended(String id, double time) {
        return ended(id, time, ENDED);
    }

    /** One that ended for a reason: voluntary, payment failed. */
    public static Lifetime ended(String id, double time, String cause) {
        return new Lifetime(id, 0, time, Objects.requireNonNull(cause, "cause"), 1, "", new double[0]);
    }

    /**
     * The same, seen only after a time (left truncation): had it ended before, nobody would know of it. An account that was three
     * years old when the records begin enters at 3.
     *
     * @param time 0 is from the beginning
     */
    public Lifetime enteringAt(double time) {
        return new Lifetime(id, time, exit, cause, weight, stratum, values);
    }

    /** The same, counted so many times. */
    public Lifetime weighing(double times) {
        return new Lifetime(id, entry, exit, cause, times, stratum, values);
    }

    /** The same in a group whose curve has a shape of its own. */
    public Lifetime in(String group) {
        return new Lifetime(id, entry, exit, cause, weight, group, values);
    }

    /** The same with what is known of it, in the order of the columns of {@link Lifetimes}. */
    public Lifetime having(double... columns) {
        return new Lifetime(id, entry, exit, cause, weight, stratum, columns.clone());
    }

    public String id() {
        return id;
    }

    /** From when on it was seen; 0 is from the beginning. */
    public double entry() {
        return entry;
    }

    /** When it ended, or was last seen. */
    public double exit() {
        return exit;
    }

    /** Why it ended; empty if it still ran. */
    public Optional<String> cause() {
        return Optional.ofNullable(cause);
    }

    public double weight() {
        return weight;
    }

    public String stratum() {
        return stratum;
    }

    /** What is known of it. */
    public double[] values() {
        return values.clone();
    }

    double value(int column) {
        return values[column];
    }

    int columns() {
        return values.length;
    }

    boolean isFinite() {
        return Double.isFinite(entry) && Double.isFinite(exit) && Double.isFinite(weight);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Lifetime that
                && id.equals(that.id)
                && Double.compare(entry, that.entry) == 0
                && Double.compare(exit, that.exit) == 0
                && Objects.equals(cause, that.cause)
                && Double.compare(weight, that.weight) == 0
                && stratum.equals(that.stratum)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, entry, exit, cause, weight, stratum, Arrays.hashCode(values));
    }

    /** {@code a1: ended (voluntary) at 12.0}. */
    @Override
    public String toString() {
        return id + ": " + (cause == null ? "running" : "ended (" + cause + ")") + " at " + exit
                + (entry == 0 ? "" : ", seen from " + entry);
    }
}
