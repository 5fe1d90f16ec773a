package io.revops.forecast;

import java.util.Objects;

/**
 * A named part of a forecast: what has closed, what is open, what is not there yet.
 *
 * @param name in lower case: {@code closed}, {@code from open}, {@code from new}
 * @param point the number that the method gives before its errors are looked at; of a simulation, its mean
 * @param draws what may come of it
 */
public record Contribution(String name, double point, Draws draws) {
    public Contribution {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(draws, "draws");
        if (!Double.isFinite(point)) {
            throw new IllegalArgumentException("The part (" + name + ") is " + point + ". Maybe leave it out.");
        }
    }

    /** What is known. */
    public static Contribution known(String name, double value) {
        return new Contribution(name, value, Draws.exact(value));
    }

    /** What was drawn, with its mean as its number. */
    public static Contribution drawn(String name, Draws draws) {
        return new Contribution(name, draws.mean(), draws);
    }

    Contribution plus(Contribution other) {
        return new Contribution(name, point + other.point, draws.plus(other.draws));
    }
}
