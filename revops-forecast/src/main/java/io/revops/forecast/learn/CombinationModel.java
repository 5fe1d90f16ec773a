package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * A weighted mean of the log-odds of several models, so that what each feature contributes is the same mean of contributions.
 *
 * @param members at least one; they read the same features in the same order, and their weights add up to 1
 */
public record CombinationModel(List<Member> members) implements Explained {
    /**
     * One of the models.
     *
     * @param weight above 0
     */
    public record Member(double weight, Explained model) {
        public Member {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("A model weighs " + weight + ". Maybe leave it out.");
            }
        }
    }

    public CombinationModel {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("There is no model to combine. Maybe at least one.");
        }
        List<String> features = members.get(0).model().features();
        double weights = 0;
        for (Member member : members) {
            weights += member.weight();
            if (!member.model().features().equals(features)
                    || !member.model().version().equals(members.get(0).model().version())) {
                throw new IllegalArgumentException("The models read different features (" + features + " and "
                        + member.model().features() + "). Maybe train them on the same data.");
            }
        }
        if (Math.abs(weights - 1) > 1e-9) {
            throw new IllegalArgumentException(
                    "The weights add up to " + weights + " and not to 1. Maybe divide them.");
        }
    }

    @Override
    public String name() {
        return "combination";
    }

    @Override
    public List<String> features() {
        return members.get(0).model().features();
    }

    @Override
    public String version() {
        return members.get(0).model().version();
    }

    @Override
    public double logOdds(double... values) {
        double sum = 0;
        for (Member member : members) {
            sum += member.weight() * member.model().logOdds(values);
        }
        return sum;
    }

    @Override
    public double[] logOddsOfEach(DataSet data) {
        DataSet rows = fitting(data);
        double[] sums = new double[rows.size()];
        for (Member member : members) {
            double[] own = member.model().logOddsOfEach(rows);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += member.weight() * own[i];
            }
        }
        return sums;
    }

    @Override
    public Reasons reasons(double... values) {
        List<Reasons> each =
                members.stream().map(m -> m.model().reasons(values)).toList();
        return mixed(each);
    }

    @Override
    public List<Reasons> reasonsOfEach(DataSet data) {
        List<List<Reasons>> each =
                members.stream().map(m -> m.model().reasonsOfEach(data)).toList();
        List<Reasons> mixed = new ArrayList<>(data.size());
        for (int i = 0; i < data.size(); i++) {
            int row = i;
            mixed.add(mixed(each.stream().map(e -> e.get(row)).toList()));
        }
        return mixed;
    }

    private Reasons mixed(List<Reasons> each) {
        double base = 0;
        double[] sums = new double[each.get(0).parts().size()];
        for (int m = 0; m < each.size(); m++) {
            double weight = members.get(m).weight();
            base += weight * each.get(m).base();
            for (int f = 0; f < sums.length; f++) {
                sums[f] += weight * each.get(m).parts().get(f).contribution();
            }
        }
        List<Reasons.Part> parts = new ArrayList<>();
        for (int f = 0; f < sums.length; f++) {
            Reasons.Part part = each.get(0).parts().get(f);
            parts.add(new Reasons.Part(part.feature(), part.value(), sums[f]));
        }
        return new Reasons(base, parts);
    }

    /** {@code 0.4 logistic + 0.6 boosting}. */
    @Override
    public String toString() {
        return String.join(
                " + ",
                members.stream().map(m -> m.weight() + " " + m.model().name()).toList());
    }
}
