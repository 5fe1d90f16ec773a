package io.revops.forecast.survival;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import java.util.random.RandomGenerator;

/** Companies whose hazards are known. */
final class Hazards {
    /** What the columns do to the logarithm of a Weibull lifetime, and its spread. */
    static final double SEATS = 0.4;

    static final double DISCOUNT = -0.5;
    static final double MIDDLE = 2.5;
    static final double SPREAD = 0.7;

    private Hazards() {}

    static RandomGenerator stream(long seed, String id) {
        return Simulation.of(seed, 1).streamFor(id);
    }

    static double weibull(RandomGenerator stream, double middle, double spread) {
        return StrictMath.exp(middle + spread * StrictMath.log(-StrictMath.log(Normals.uniform(stream))));
    }

    /** Accounts with seats (normal) and a discount (0 or 1), whose lifetimes are Weibull and watched for 5 to 40 months. */
    static Lifetimes company(long seed, int accounts) {
        RandomGenerator stream = stream(seed, "company");
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("seats", "discount");
        for (int i = 0; i < accounts; i++) {
            double seats = Normals.next(stream);
            double discount = Normals.uniform(stream) < 0.4 ? 1 : 0;
            double life = weibull(stream, MIDDLE + SEATS * seats + DISCOUNT * discount, SPREAD);
            double watched = 5 + 35 * Normals.uniform(stream);
            rows.add((life <= watched ? Lifetime.ended("a" + i, life) : Lifetime.running("a" + i, watched))
                    .having(seats, discount));
        }
        return rows.build();
    }
}
