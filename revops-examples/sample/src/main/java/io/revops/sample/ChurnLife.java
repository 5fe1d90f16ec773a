package io.revops.sample;

import io.revops.sample.ChurnAccount.Cause;
import io.revops.sample.ChurnAccount.Left;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life of one account, drawn period by period, so that a shorter world is the beginning of a longer one.
 *
 * <p>How an account fares is a number of mean 0 and deviation 1 that moves slowly (0.8 of it stays from one period to the next). It
 * moves what is seen, and who leaves only by way of that: logins are Poisson with mean 20 × exp(0.5 × fares), active users one more
 * than Poisson with half the seats × exp(0.3 × fares), each of six features is used with a chance of 1 / (1 + exp(−0.8 × fares)),
 * tickets are Poisson with mean 0.6 × exp(−0.3 × fares), an answer is 7.5 + fares + 1.5 × a standard normal, rounded and kept within
 * 0 and 10. Failed payments are Poisson with mean 0.06, and a champion leaves with a chance of 0.02, whatever else.
 */
final class ChurnLife {
    static final int FEATURES = 6;
    static final int WITHOUT_CHAMPION = 3;

    private static final int SURVEY_EVERY = 3;
    private static final double STAYS = 0.8;
    private static final double LOGINS = 20;
    private static final double TICKETS = 0.6;
    private static final double FAILURES = 0.06;
    private static final double CHAMPION_LEAVES = 0.02;
    private static final List<Segment> SEGMENTS = List.of(Segment.values());
    private static final List<Integer> SEATS = List.of(6, 15, 40);

    private final ChurnWorld world;
    private final int number;
    private final Draw draw;
    private double fares;
    private double answer;
    private int championLost = -WITHOUT_CHAMPION - 1;

    private ChurnLife(ChurnWorld world, long seed, int number) {
        this.world = world;
        this.number = number;
        draw = Draw.quick(seed, Draw.Purpose.CHURN_LIFE, number);
    }

    static ChurnAccount of(ChurnWorld world, long seed, int number) {
        return new ChurnLife(world, seed, number).live();
    }

    private ChurnAccount live() {
        int size = draw.weighted(0.5, 0.35, 0.15);
        int seats = (int) StrictMath.max(2, StrictMath.round(draw.around(SEATS.get(size), 0.4)));
        double z = draw.normal();
        int first = draw.between(0, world.joining() - 1);
        fares = draw.normal();
        List<ChurnPeriod> periods = new ArrayList<>();
        Optional<Left> left = Optional.empty();
        for (int period = first; period < world.periods() && left.isEmpty(); period++) {
            ChurnPeriod lived = live(period, period - first, seats, z);
            periods.add(lived);
            left = leaves(lived);
        }
        return new ChurnAccount(number, SEGMENTS.get(size).label(), seats, periods, left);
    }

    private ChurnPeriod live(int period, int age, int seats, double z) {
        if (age > 0) {
            fares = STAYS * fares + StrictMath.sqrt(1 - STAYS * STAYS) * draw.normal();
        }
        int logins = poisson(LOGINS * StrictMath.exp(0.5 * fares));
        int most = StrictMath.min(logins, seats);
        int users = StrictMath.min(most, 1 + poisson(seats * 0.5 * StrictMath.exp(0.3 * fares)));
        int features = 0;
        for (int feature = 0; feature < FEATURES; feature++) {
            features |= draw.chance(1 / (1 + StrictMath.exp(-0.8 * fares))) ? 1 << feature : 0;
        }
        int tickets = poisson(TICKETS * StrictMath.exp(-0.3 * fares));
        double said = StrictMath.rint(7.5 + fares + 1.5 * draw.normal());
        boolean asked = age % SURVEY_EVERY == 0;
        answer = asked ? StrictMath.max(0, StrictMath.min(10, said)) : answer;
        int failures = poisson(FAILURES);
        boolean hasChampion = period - championLost > WITHOUT_CHAMPION;
        boolean championLeft = draw.chance(CHAMPION_LEAVES) && hasChampion;
        championLost = championLeft ? period : championLost;

        Map<ChurnDriver, Double> seen = new EnumMap<>(ChurnDriver.class);
        seen.put(ChurnDriver.LOGINS, (double) logins);
        seen.put(ChurnDriver.USERS, (double) users);
        seen.put(ChurnDriver.FEATURES, (double) Integer.bitCount(features));
        seen.put(ChurnDriver.TICKETS, (double) tickets);
        seen.put(ChurnDriver.ANSWER, answer);
        seen.put(ChurnDriver.FAILURES, (double) failures);
        seen.put(ChurnDriver.CHAMPION_LOST, period - championLost < WITHOUT_CHAMPION ? 1.0 : 0.0);
        seen.put(ChurnDriver.PERIODS, age + 1.0);
        ChurnTruth truth = world.truth();
        return new ChurnPeriod(
                period, seen, asked, championLeft, features, truth.byWill(seen, z), truth.byPayment(seen));
    }

    private Optional<Left> leaves(ChurnPeriod lived) {
        boolean byWill = draw.chance(lived.byWill());
        boolean byPayment = draw.chance(lived.byPayment());
        LocalDate on = world.first(lived.number() + 1).plusDays(draw.between(0, ChurnWorld.DAYS - 1));
        if (byWill) {
            return Optional.of(new Left(on, Cause.VOLUNTARY));
        }
        return byPayment ? Optional.of(new Left(on, Cause.INVOLUNTARY)) : Optional.empty();
    }

    private int poisson(double mean) {
        return draw.poisson(mean, StrictMath.exp(-mean));
    }
}
