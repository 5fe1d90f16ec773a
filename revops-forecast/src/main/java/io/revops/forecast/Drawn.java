package io.revops.forecast;

import java.util.random.RandomGenerator;

/** What comes of one thing (a deal, a renewal, a team) in one world of a simulation. */
@FunctionalInterface
public interface Drawn {
    /**
     * Its outcome.
     *
     * @param world counted from 0; what worlds share, such as a common shock, is looked up by it
     * @param stream the thing's own stream of random numbers: draw as often as needed
     */
    double in(int world, RandomGenerator stream);
}
