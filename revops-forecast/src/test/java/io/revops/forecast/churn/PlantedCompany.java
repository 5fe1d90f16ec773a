package io.revops.forecast.churn;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Accounts whose hazards are known, drawn from a seed: what a model says of them can be compared with the truth. */
final class PlantedCompany {
    static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    /** The log-odds that an account leaves a month for want of use: −3.6 − 0.9 usage + 0.5 tickets. */
    static final double[] VOLUNTARY = {-3.6, -0.9, 0.5};

    /** The log-odds that it leaves a month for unpaid bills: −4.5 + 1.2 failures. */
    static final double[] INVOLUNTARY = {-4.5, 1.2};

    private PlantedCompany() {}

    /** Rows with a label of 1 with the probability of a straight line in two of three columns: usage, tickets, noise. */
    static DataSet rows(int accounts, long seed) {
        return rows(accounts, seed, 1, "account ");
    }

    /** The same with effects of another size: 0 for a company of which nothing can be learnt. */
    static DataSet rows(int accounts, long seed, double effect, String name) {
        DataSetBuilder data = DataSet.of("usage", "tickets", "noise");
        for (int i = 0; i < accounts; i++) {
            RandomGenerator stream = Simulation.streamFor(seed, name + i);
            double usage = Normals.next(stream);
            double tickets = Math.floor(Normals.uniform(stream) * 4);
            double noise = Normals.next(stream);
            double p = probability(-1 + effect * (-1.1 * usage + 0.6 * (tickets - 1.5)));
            data.row(name + i, Normals.uniform(stream) < p ? 1 : 0, usage, tickets, noise)
                    .on(DAY);
        }
        return data.build();
    }

    static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** Accounts as of a day and what came of them: usage, tickets, failures. */
    record Followed(DataSet data, List<FollowUp> followUps) {}

    /** Followed for so many months, or to a month by lot. */
    static Followed followed(int accounts, int months, long seed, String name) {
        DataSetBuilder data = DataSet.of("usage", "tickets", "failures");
        List<FollowUp> followUps = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            RandomGenerator stream = Simulation.streamFor(seed, name + i);
            double usage = Normals.next(stream);
            double tickets = Math.floor(Normals.uniform(stream) * 4);
            double failures = Normals.uniform(stream) < 0.3 ? 1 : 0;
            int seen = Normals.uniform(stream) < 0.5 ? months : (int) (Normals.uniform(stream) * months);
            double[] hazards = hazards(usage, tickets, failures);
            FollowUp followUp = FollowUp.running(seen);
            for (int k = 1; k <= seen && !followUp.hasEnded(); k++) {
                double lot = Normals.uniform(stream);
                if (lot < hazards[0] + hazards[1]) {
                    followUp = FollowUp.ended(k, lot < hazards[0] ? "voluntary" : "involuntary");
                }
            }
            data.row(name + i, followUp.hasEnded() ? 1 : 0, usage, tickets, failures)
                    .on(DAY);
            followUps.add(followUp);
        }
        return new Followed(data.build(), followUps);
    }

    /** The chance to leave in a month, voluntarily and not: e^η / (1 + Σ e^η). */
    static double[] hazards(double usage, double tickets, double failures) {
        double wants = StrictMath.exp(VOLUNTARY[0] + VOLUNTARY[1] * usage + VOLUNTARY[2] * tickets);
        double fails = StrictMath.exp(INVOLUNTARY[0] + INVOLUNTARY[1] * failures);
        return new double[] {wants / (1 + wants + fails), fails / (1 + wants + fails)};
    }
}
